#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flowc/diagnostic.hpp"
#include "flowc/emit.hpp"
#include "flowc/export.hpp"
#include "flowc/flow.hpp"
#include "flowc/flow_set.hpp"
#include "flowc/interface.hpp"
#include "flowc/project_lint.hpp"
#include "flowc/version.hpp"

/// The façade, and the header to begin with: text in; flows and diagnostics out. Pure functions without
/// files, clock, network or globals, safe to call from any number of threads, each with `Sources` of its
/// own. Bad input gives diagnostics and never throws; texts that are too large together do, as `Sources::add` says.
///
/// The stages have headers of their own. Read in this order they explain the product:
/// - `source.hpp`: texts, and places in them
/// - `syntax.hpp`: YAML and JSON as one tree
/// - `diagnostic.hpp`: what is found; `fingerprint.hpp`: names of findings that stay the same when lines move
/// - `catalogue.hpp`: what is known of the service's actions, with `action_type.hpp`, their names, which is generated
/// - `contract.hpp`: what a module agrees on with the flows that invoke it
/// - `flow.hpp`: a flow as a graph
/// - `interface.hpp` and `flow_set.hpp`: what flows know of each other when they are compiled, and when they are checked
/// - `project_lint.hpp`: what a project wants of the rules
/// - this one: reading, compiling and checking
/// - `emit.hpp`: a flow's JSON; `source_map.hpp`: which word made each place of it
/// - `service_error.hpp`: what the service says of a flow that it refuses
/// - `language.hpp` and `schema.hpp`: the verbs of the language, and JSON Schemas, for editors
/// - `version.hpp`: of which flowc all this is; `export.hpp`: what the shared library shows; `flowc.h`: the same from C
namespace FLOWC_PUBLIC flowc {

struct FoundFlows;
namespace dsl {
class LoweredFile;
}

/// What `read` reads: a name for messages, and the bytes, which `Sources` copies.
struct Input {
    std::string name;
    std::string_view text;
};

/// A resource that a flow refers to by name.
struct Resource {
    ResourceKind kind = ResourceKind::none;
    std::string name;
    Span span;  ///< where it is named first
    friend bool operator==(const Resource& a, const Resource& b) { return a.kind == b.kind && a.name == b.name; }
};

/// How the name of a resource is written into the JSON.
struct Binding {
    enum class Mode : std::uint8_t { arn, external, attributes, placeholder };
    Mode mode = Mode::arn;
    std::string pattern;  ///< for placeholder: `<<{name}>>`, with `{kind}` and `{name}`
    friend bool operator==(const Binding&, const Binding&) = default;
};

/// What an environment file says: how names are bound, and the ARNs behind them.
struct Environment {
    std::string file;           ///< for messages
    bool is_inventory = false;  ///< `file` is a folder of lists that commands have printed
    std::optional<Binding> binding;
    std::map<ResourceKind, std::map<std::string, std::string, std::less<>>> arns;
    std::map<std::string, std::string, std::less<>> values;  ///< `vars`: what `${name}` stands for
};

/// Reads an environment file (YAML: `bind`, and kind → name → ARN).
Environment read_environment(const Input& input, Sources& sources, Diagnostics& diagnostics);

/// Reads an inventory in the place of an environment file: what `aws connect list-queues`, `list-contact-flows` and the other
/// `list-…` commands print, one answer or one page of it an input, recognised by content. `folder` is for messages.
Environment read_inventory(std::string_view folder, std::span<const Input> files, Sources& sources,
                           Diagnostics& diagnostics);

/// A path as it was written, and where.
struct NamedPath {
    std::string path;
    Span span;
};

/// A file that `include` brings in.
struct IncludedFile {
    std::string name;  ///< for messages; one name is read once
    std::string text;
    std::string failure;  ///< why it cannot be read, as the end of a sentence; empty: it can
};

/// Gives the file that a path names, where `path` is what the author wrote and `from` the file it stands in.
using Include = std::function<IncludedFile(std::string_view path, std::string_view from)>;

/// What a project's file, `flowc.yaml`, says. Paths begin at the file's folder.
struct Project {
    std::string file;              ///< for messages
    NamedPath environment;         ///< `env`; empty: none
    std::vector<NamedPath> flows;  ///< what is compiled and checked when nothing is named
    bool speaks_of_flows = false;  ///< it has `defaults` or `include`; else flows are compiled the same without it
    ProjectLint lint;              ///< `rules`, `types`, `languages`, `paths`, `allow`, `baseline`
};

/// Reads a project file (YAML). `include` gives the files that `extends` names; absent: nothing can be extended.
Project read_project(const Input& input, Sources& sources, Diagnostics& diagnostics, const Include& include = {});

/// Gives the ARN of a named resource, or nothing. What it throws passes through `compile`.
using Resolver = std::function<std::optional<std::string>(ResourceKind kind, std::string_view name)>;

struct CompileOptions {
    /// The project file: its `defaults` and `include` hold for every flow.
    const Input* project = nullptr;
    const Environment* environment = nullptr;
    /// The flows of the project that this file belongs to, which its names can mean; this file's own may be among them.
    const ProjectFlows* flows = nullptr;
    /// The flows that belong together with those of the document, which may be among them; null: none is known.
    const FlowSet* set = nullptr;
    /// What `${name}` stands for before anything else says it: `--set name=value`.
    std::map<std::string, std::string, std::less<>> values;
    /// Absent: nothing can be included. What it throws passes through `compile`.
    Include include;
    /// Asked in `arn` mode for every name that the environment does not give.
    Resolver resolver;
    /// A name that nobody knows stands for one opaque value instead of being an error: for checking
    /// a text where its environment is not at hand. What is compiled so is not for the service.
    bool names_may_be_unresolved = false;
    /// So many findings of one rule and severity are told: more for a program that makes all of their fixes.
    std::uint32_t most_findings = Diagnostics::most;
};

/// A flow that was compiled without an error.
struct CompiledFlow {
    Flow flow;
    std::vector<Resource> resources;  ///< what it refers to by name, in order of first use
};

struct CompileResult {
    /// Only flows without an error: an error anywhere in a flow, or in what it shares, leaves that flow out.
    std::vector<CompiledFlow> flows;
    Diagnostics diagnostics;
    /// A flow reads names that another one has to copy (`bind: attributes`), and without `CompileOptions::set` nobody knows
    /// whether one does.
    bool relies_on_others = false;
};

/// What a JSON or YAML text looks like, judged by its content; a file called `*.flow.yaml` is taken at its word.
enum class Form : std::uint8_t {
    dsl,            ///< a `*.flow.yaml`
    content,        ///< a Flow-language document, as the API's `Content` or as a console export
    wrapper,        ///< flows as text inside something else: `{"Name", …, "Content": "…"}`, what the API answers
    legacy_export,  ///< the console's export of 2017–2021 (`modules`)
    states,         ///< a `States` list
    template_,      ///< a CloudFormation or SAM template with flows in it
    other           ///< no flow
};
std::string_view to_string(Form form);

/// One input, read once, whatever is done with it afterwards.
struct Document {
    FileId file = 0;  ///< the text that was read: of a template one where its placeholders are values
    Form form = Form::other;
    bool json = false;         ///< read as JSON, else as YAML
    bool is_template = false;  ///< by its name something that is filled in before it is used, such as `*.tftpl`
    SyntaxTree tree;           ///< after an error of text: what stands before it
    Diagnostics diagnostics;   ///< what the reader found
    std::shared_ptr<const std::vector<FoundFlows>> found{};  ///< what the reader has found of flows below its roots
    std::shared_ptr<dsl::LoweredFile> lowered{};  ///< what `summarise` has made of the tree already, for `check`
};

/// Reads one input; `sources` receives its text and must outlive the document. A text that is broken has the form
/// that it was probably meant to have.
Document read(const Input& input, Sources& sources);

/// What other files have to know of the flows of a document of the form `dsl`, under the options that it is compiled with.
/// Faults are not reported here: they are when the document itself is compiled.
FileInterface read_interface(const Document& document, const Sources& sources, const CompileOptions& options = {});
/// The same for one `*.flow.yaml` as text.
FileInterface read_interface(const Input& input, const CompileOptions& options = {});

/// Compiles a document of the form `dsl`. `sources` is what it was read into, and must outlive the result.
CompileResult compile(Document document, Sources& sources, const CompileOptions& options = {});
/// The same for one `*.flow.yaml` as text.
CompileResult compile(const Input& input, Sources& sources, const CompileOptions& options = {});

struct CheckOptions {
    FlowType type = FlowType::unknown;  ///< for a document that does not say its own
    CompileOptions
        compile;  ///< `set` and `most_findings` are for every form, the rest for the DSL; with no environment and no resolver any name will do
    LintSettings lint;
};

/// What the other flows of a set have to know of those of a document, under the options that it is checked with. Faults
/// are not reported here: they are when the document itself is checked. The document is afterwards what it was; one of the
/// form `dsl` is read no further than by `check` under the same options, which goes on where this has ended.
FileSummary summarise(Document& document, Sources& sources, const CheckOptions& options = {});
/// The same for one input as text.
FileSummary summarise(const Input& input, const CheckOptions& options = {});

struct CheckResult {
    std::vector<Flow> flows;  ///< what could be read, faulty or not
    Diagnostics diagnostics;
};

/// Runs every check over one document, `*.flow.yaml` or flow JSON, and writes nothing.
CheckResult check(Document document, Sources& sources, const CheckOptions& options = {});
/// The same for one input as text.
CheckResult check(const Input& input, Sources& sources, const CheckOptions& options = {});

}  // namespace flowc
