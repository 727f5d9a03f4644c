#include "flowdsl/document/program.hpp"

#include <map>
#include <string>
#include <unordered_set>

#include "diagnostics/suggest.hpp"
#include "flowdsl/document/read_flow_head.hpp"
#include "flowdsl/rules.hpp"
#include "flowdsl/words/borrowed_key.hpp"
#include "flowdsl/words/document_keys.hpp"
#include "flowdsl/words/nulls.hpp"
#include "flowdsl/words/yaml_features.hpp"
#include "syntax/read.hpp"

namespace flowc::dsl {

namespace {

constexpr std::string_view kinds[] = {"flow", "module", "defaults", "define", "include"};

class Reader {
  public:
    Reader(Program& program, Sources& sources, const CompileOptions& options, Diagnostics& diagnostics)
        : program_(program), sources_(sources), options_(options), values_(options, sources),
          diagnostics_(diagnostics) {
        for (FileId id = 0; id < sources.size(); ++id) read_.insert(sources.file(id).name());
    }

    /// A project file's defaults come before those of any document.
    void read_project(const Input& project) {
        const SourceFile& file = sources_.file(sources_.add(project.name, project.text));
        read_.insert(project.name);
        SyntaxTree& tree = program_.included.emplace_back(read_yaml(file, diagnostics_));
        if (tree.roots().empty()) return;
        const Node root = tree.node(tree.roots().front());
        if (root.find_key("defaults")) defaults_.add(tree, root, values_, diagnostics_);
        const Node paths = root.find("include");
        if (paths.is_scalar()) include(paths, file);
        for (const Node path : paths.items()) include(path, file);
    }

    /// An included file brings in definitions and defaults; its flows are compiled by themselves.
    void read(SyntaxTree& tree, const SourceFile& file, bool included) {
        for (const NodeId root : tree.roots()) {
            const Node document = tree.node(root);
            if (document.find_key("defaults")) read_defaults(tree, document);
            else if (document.find_key("define")) define(tree, document);
            else if (document.find_key("include")) read_include(document, file);
            else if (!document.find_key("flow") && !document.find_key("module")) refuse(document);
            else if (!included) read_flow(tree, document);
        }
        for (FlowHead& head : program_.flows) head.lacks_definitions = lacks_definitions_;
    }

  private:
    Diagnostic& report(const RuleInfo& rule, Span span, std::string message) {
        return diagnostics_.report(rule, span, std::move(message));
    }

    void refuse(Node document) {
        if (document.is_scalar() && document.text().empty()) {
            report(rules::unknown_key, document.span(),
                   "this document is empty; write `flow: Name` and `start:`, or remove the `---`");
            return;
        }
        Span span = document.span();
        std::string near;
        for (const auto [key, value] : document.entries())
            if (const std::string_view word = meant_key(key.text(), kinds).key; !word.empty()) {
                span = key.span();
                near = "; did you mean `" + std::string{word} + "` where " + quote(key.text()) + " stands?";
                break;
            }
        report(rules::unknown_key, span,
               "a document is a flow (`flow: Name`), a module (`module: Name`), `defaults:`, `define:` or `include:`" +
                   near);
    }

    void read_defaults(SyntaxTree& tree, Node document) {
        check_defaults_keys(document, diagnostics_);
        defaults_.add(tree, document, values_, diagnostics_);
    }

    void define(SyntaxTree& tree, Node document) {
        const Definition definition = read_definition(tree, document, values_, defaults_.latest_vars(), diagnostics_);
        const auto [other, added] = program_.definitions.emplace(definition.name, definition);
        if (!added && !definition.name.empty())
            report(rules::duplicate_name, definition.name_span,
                   "two definitions are called " + quote(definition.name) + "; rename one")
                .labels.push_back({other->second.name_span, "the other one"});
    }

    void read_include(Node document, const SourceFile& file) {
        static constexpr std::string_view keys[] = {"include"};
        DocumentKeys{diagnostics_}.check(document, keys, "an `include` document");
        const Node paths = document.find("include");
        if (paths.is_scalar()) return include(paths, file);
        if (!paths.is_sequence()) report(rules::bad_value, paths.span(), "`include` takes a path, or a list of paths");
        for (const Node path : paths.items()) include(path, file);
    }

    void include(Node path, const SourceFile& from) {
        if (!path.is_scalar() || path.text().empty()) {
            report(rules::bad_value, path.span(), "an `include` names a file, such as `shared.flow.yaml`");
            return;
        }
        IncludedFile read;
        if (options_.include) read = options_.include(path.text(), from.name());
        else read.failure = "nothing can be included here";
        if (!read.failure.empty()) {
            report(rules::unresolved_name, path.span(), quote(path.text()) + " cannot be included: " + read.failure);
            lacks_definitions_ = true;
            return;
        }
        if (!read_.insert(read.name).second) return;  // included before, or by itself
        const SourceFile& file = sources_.file(sources_.add(read.name, read.text));
        SyntaxTree& tree = program_.included.emplace_back(read_yaml(file, diagnostics_));
        refuse_yaml_features(tree, diagnostics_);
        refuse_nulls(tree, diagnostics_);
        report_cut_texts(file, tree, diagnostics_);
        this->read(tree, file, true);
    }

    void read_flow(SyntaxTree& tree, Node document) {
        FlowHead head = read_flow_head(tree, document, defaults_, values_, diagnostics_);
        const auto [other, added] = names_.emplace(head.name, Named{head.name_span, head.is_module});
        if (!added && !head.name.empty()) {
            const bool alike = other->second.is_module == head.is_module;
            report(rules::duplicate_name, head.name_span,
                   !alike ? "a flow and a module are called " + quote(head.name) +
                                ", and both would be written to one file; rename one"
                          : std::string{head.is_module ? "two modules" : "two flows"} + " are called " +
                                quote(head.name) + "; names are unique in an instance, rename one")
                .labels.push_back({other->second.span, "the other one"});
        }
        head.definitions = &program_.definitions;
        program_.flows.push_back(std::move(head));
    }

    Program& program_;
    Sources& sources_;
    const CompileOptions& options_;
    CompileTimeValues values_;
    Diagnostics& diagnostics_;
    Defaults defaults_;
    struct Named {
        Span span;
        bool is_module = false;
    };
    std::map<std::string_view, Named> names_;  ///< of the flows so far, each where it came first
    std::unordered_set<std::string> read_;     ///< names of the files
    bool lacks_definitions_ = false;
};

}  // namespace

void read_program(Program& program, SyntaxTree& tree, const SourceFile& file, Sources& sources,
                  const CompileOptions& options, Diagnostics& diagnostics) {
    Reader reader{program, sources, options, diagnostics};
    if (options.project) reader.read_project(*options.project);
    reader.read(tree, file, false);
}

}  // namespace flowc::dsl
