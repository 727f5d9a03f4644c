#include "flowdsl/schema/value.hpp"

#include <algorithm>

#include "emit/json_writer.hpp"

namespace flowc::schema {

Value Value::null() {
    Value value(Kind::plain);
    value.text_ = "null";
    return value;
}

Value Value::object(std::initializer_list<Member> members) {
    Value value(Kind::object);
    for (const Member& member : members) {
        value.names_.push_back(member.name);
        value.items_.push_back(member.value);
    }
    return value;
}

Value Value::array(std::initializer_list<Value> items) {
    Value value(Kind::array);
    value.items_ = items;
    return value;
}

Value Value::words(std::span<const std::string_view> words) {
    Value value(Kind::array);
    for (const std::string_view word : words) value.items_.emplace_back(word);
    return value;
}

Value& Value::at(std::string_view name) {
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (names_[i] == name) return items_[i];
    names_.emplace_back(name);
    return items_.emplace_back(object());
}

bool Value::has(std::string_view name) const { return std::find(names_.begin(), names_.end(), name) != names_.end(); }

Value& Value::set(std::string_view name, Value value) {
    at(name) = std::move(value);
    return *this;
}

Value& Value::merge(Value other) {
    for (std::size_t i = 0; i < other.names_.size(); ++i) set(other.names_[i], std::move(other.items_[i]));
    return *this;
}

Value& Value::add(Value item) {
    items_.push_back(std::move(item));
    return *this;
}

Value& Value::list(std::string_view name) {
    if (!has(name)) set(name, array());
    return at(name);
}

template <typename Writer>
void Value::write(Writer& writer) const {
    switch (kind_) {
        case Kind::plain: writer.plain(text_); break;
        case Kind::text: writer.text(text_); break;
        case Kind::array:
            writer.begin_array();
            for (const Value& item : items_) item.write(writer);
            writer.end_array();
            break;
        case Kind::object:
            writer.begin_object();
            for (std::size_t i = 0; i < names_.size(); ++i) {
                writer.key(names_[i]);
                items_[i].write(writer);
            }
            writer.end_object();
    }
}

std::string Value::to_json() const {
    emit_detail::JsonWriter writer(emit_detail::JsonWriter::Form::indented);
    write(writer);
    return std::move(writer).take() + "\n";
}

}  // namespace flowc::schema
