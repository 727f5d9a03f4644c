#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flowc::schema {

struct Member;

/// A JSON value whose members keep the order in which they were added: what the schemas are built of.
class Value {
  public:
    Value(const char* text) : kind_(Kind::text), text_(text) {}
    Value(std::string_view text) : kind_(Kind::text), text_(text) {}
    Value(std::string text) : kind_(Kind::text), text_(std::move(text)) {}
    Value(bool value) : kind_(Kind::plain), text_(value ? "true" : "false") {}
    Value(int value) : Value(static_cast<long>(value)) {}
    Value(long value) : kind_(Kind::plain), text_(std::to_string(value)) {}

    static Value null();
    static Value object(std::initializer_list<Member> members = {});
    static Value array(std::initializer_list<Value> items = {});
    static Value words(std::span<const std::string_view> words);

    /// The member of that name, made as an empty object where there is none; the value is an object.
    Value& at(std::string_view name);
    bool has(std::string_view name) const;
    /// Adds a member, or replaces it in its place.
    Value& set(std::string_view name, Value value);
    /// Sets every member of the other object.
    Value& merge(Value other);
    Value& add(Value item);
    /// Adds an item to the array of that name, which is made where there is none.
    Value& add(std::string_view name, Value item) { return list(name).add(std::move(item)); }

    /// Whether nothing stands in the object or array.
    bool empty() const { return items_.empty(); }
    std::size_t size() const { return items_.size(); }

    /// Indented, with a newline at the end.
    std::string to_json() const;

  private:
    enum class Kind { plain, text, array, object };
    explicit Value(Kind kind) : kind_(kind) {}
    Value& list(std::string_view name);
    template <typename Writer>
    void write(Writer& writer) const;

    Kind kind_;
    std::string text_;
    std::vector<Value> items_;
    std::vector<std::string> names_;  ///< of an object's items
};

struct Member {
    std::string name;
    Value value;
};

}  // namespace flowc::schema
