resource "a" "b" {
  content = <<EOT
x: 1
EOT
}
