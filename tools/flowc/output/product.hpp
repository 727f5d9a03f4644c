#pragma once

#include <string>

#include "flowc/emit.hpp"
#include "output/output_folder.hpp"

namespace flowc::cli {

/// A flow that was compiled, and its file in the output folder; with `--source-map` the map beside it, too, of which
/// the same is said.
struct Product {
    const Sources* sources = nullptr;
    const Flow* flow = nullptr;
    std::string path{};
    bool clashes = false;  ///< another flow would be written to the same file
    Written written = Written::failed;
    Compared compared = Compared::failed;
    std::string file{};  ///< which of the two files the outcome speaks of
    std::string why{};
};

struct ProductForm {
    Target target = Target::content;
    bool source_map = false;
};

/// Writes the files of a product. A map that is not asked for goes when its flow changes: it would lead astray.
void write_product(Product& product, const ProductForm& form);

/// Compares them with what is in the folder.
void compare_product(Product& product, const ProductForm& form);

}  // namespace flowc::cli
