#include "output/product.hpp"

#include <filesystem>

#include "flowc/source_map.hpp"
#include "output/output.hpp"

namespace flowc::cli {

namespace {

std::string map_path(const Product& product) { return product.path + ".map"; }

std::string map_text(const Product& product, const ProductForm& form, const std::string& flow_text) {
    const std::string file = std::filesystem::path(product.path).filename().native();
    return emit_source_map(*product.flow, *product.sources, file, form.target, flow_text);
}

void remove_map(Product& product) {
    std::error_code error;
    std::filesystem::remove(map_path(product), error);
    if (!error) return;
    product.written = Written::failed;
    product.file = map_path(product);
    product.why = "cannot be removed: " + reason(error) + "; it speaks of the flow as it was";
}

}  // namespace

void write_product(Product& product, const ProductForm& form) {
    const std::string text = emit(*product.flow, form.target);
    product.file = product.path;
    product.written = write_output(product.path, text, product.why);
    if (product.written == Written::failed) return;
    if (!form.source_map) {
        if (product.written == Written::changed) remove_map(product);
        return;
    }
    const Written map = write_output(map_path(product), map_text(product, form, text), product.why);
    if (map == Written::unchanged) return;
    product.file = map_path(product);
    product.written = map;
}

void compare_product(Product& product, const ProductForm& form) {
    const std::string text = emit(*product.flow, form.target);
    product.file = product.path;
    product.compared = compare_output(product.path, text, product.why);
    if (product.compared != Compared::same || !form.source_map) return;
    product.file = map_path(product);
    product.compared = compare_output(product.file, map_text(product, form, text), product.why);
}

}  // namespace flowc::cli
