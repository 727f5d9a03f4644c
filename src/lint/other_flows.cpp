#include "lint/other_flows.hpp"

namespace flowc::lint {

FlowSet::Entry OtherFlows::find(const NamedFlow& named) const {
    if (!set_ || !named.known) return {};
    const FlowSet::Entry entry = set_->find(named.value.text(), sources_->file_of(named.value.span()).name());
    return entry ? entry : set_->find(named.name);
}

Span OtherFlows::place(const FlowSet::Entry& entry, Span word) const {
    const auto in = [&](const SourceFile& file) { return Span{file.base() + word.begin, file.base() + word.end}; };
    for (FileId id = 0; id < sources_->size(); ++id) {
        const SourceFile& file = sources_->file(id);
        if (!file.is_inside() && file.name() == entry.file->file && file.text() == entry.file->text) return in(file);
    }
    return in(sources_->file(sources_->add(entry.file->file, entry.file->text)));
}

}  // namespace flowc::lint
