#include "ir/reference.hpp"

#include <gtest/gtest.h>

#include <string>

#include "ir/placeholder.hpp"

namespace flowc {
namespace {

std::size_t length_at_begin(std::string_view text) { return ReferenceReader(text).length_at(0); }

TEST(Reference, WholeValues) {
    for (const std::string_view text :
         {"$.Channel", "$.Attributes.name", "$.Attributes.first-choice", "$.Attributes['a b']", "$.Attributes.['a b']",
          "$['AwsRegion']", "$['Attributes']['X']", "$.SegmentAttributes['connect:Subtype']", "$.External.a.b",
          "$.Views.ViewResultData.Field.0", "$.Attributes.Größe", "$.Attributes['it]s']", "$.DataTables.q.a[0]",
          "$.DeliveryReceipts['`$.OutboundCommunication.Latest.Id`'].Bounce"}) {
        EXPECT_EQ(references_in(text), References::whole) << text;
    }
}

TEST(Reference, InsideOfText) {
    for (const std::string_view text :
         {"hello $.Attributes.name", "$.Attributes.name, hello", "$.Attributes.a $.Attributes.b", "$.Attributes.my key",
          "$5 for $.Attributes.name", "$.Attributes.name."}) {
        EXPECT_EQ(references_in(text), References::inside) << text;
    }
}

TEST(Reference, NoneAtAll) {
    for (const std::string_view text :
         {"", "hello", "$", "$.", "$..", "$[", "$['", "$['a", "$[]", "$5.00", "a $ b", "US$ 3.", "${x}"}) {
        EXPECT_EQ(references_in(text), References::none) << text;
    }
}

TEST(Reference, EndsWhereTheTextGoesOn) {
    EXPECT_EQ(length_at_begin("$.Attributes.name, please"), 17u);
    EXPECT_EQ(length_at_begin("$.Queue.Name."), 12u);
    EXPECT_EQ(length_at_begin("$.AwsRegion:111122223333:instance"), 11u);
    EXPECT_EQ(length_at_begin("$.SegmentAttributes.connect:Subtype: said"), 35u);
    EXPECT_EQ(length_at_begin("hello $.Queue.Name"), 0u);
}

TEST(Reference, BracketsThatAreNotClosedAreLookedThroughOnce) {
    std::string text;
    while (text.size() < 4u << 20) text += "$['a $[\"b $[c ";
    EXPECT_EQ(references_in(text), References::none);
    EXPECT_EQ(references_in(text + "']"), References::whole) << "the first one goes to the end";
    ReferenceReader reader("$[a $.b['c");
    EXPECT_EQ(reader.length_at(0), 0u);
    EXPECT_EQ(reader.length_at(4), 3u) << "what closes is read, though nothing closes the brackets behind it";
}

TEST(Placeholder, PartsThatSomeLaterStepFillsIn) {
    for (const std::string_view text :
         {"<<NAME>>", "arn:aws:lambda:<<REGION>>:1:function:x", "${AWS::Region}", "a ${b} c", "{{ name }}",
          "{% if x %}", "%LangCode%", "%%FUNCTION_ARN%%", "__LAMBDA__", "$LAMBDA_ARN", "#{lambda}", "$(LAMBDA)",
          "<%= lambda %>", "[[lambda]]", "@@LAMBDA@@", "<replace with your function>", "{Function}"}) {
        EXPECT_TRUE(has_placeholder(text)) << text;
    }
}

TEST(Placeholder, OrdinaryTexts) {
    for (const std::string_view text :
         {"", "hello", "50% off, 20% today", "100%", "5 %% 6", "<speak>hello</speak>", "<break time='1s'>", "a << b",
          "$.Attributes.name", "hello {name}", "{\"a\": 1}", "____", "$5}", "$.External", "US$ 20", "a@@b", "# {1}"}) {
        EXPECT_FALSE(has_placeholder(text)) << text;
    }
}

}  // namespace
}  // namespace flowc
