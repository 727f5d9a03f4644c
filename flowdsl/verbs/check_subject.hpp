#pragma once

#include <array>
#include <span>
#include <string_view>

#include "flowc/catalogue.hpp"

namespace flowc::dsl {

/// What the cases of a `check` compare: whether there is anybody, a number, a duration, or the service's own words.
enum class CheckMeasure : std::uint8_t { presence, count, age, none };

/// What can be checked: a live number, or one of the service's own answers.
struct CheckSubject {
    std::string_view words;
    ActionType type;
    std::string_view parameter;  ///< the metric, or the option of `CheckVoiceId`
    CheckMeasure measure = CheckMeasure::none;
};

inline constexpr std::array<CheckSubject, 10> check_subjects{{
    {"agents available", ActionType::CheckMetricData, "NumberOfAgentsAvailable", CheckMeasure::presence},
    {"agents staffed", ActionType::CheckMetricData, "NumberOfAgentsStaffed", CheckMeasure::presence},
    {"agents online", ActionType::CheckMetricData, "NumberOfAgentsOnline", CheckMeasure::presence},
    {"contacts in queue", ActionType::CheckMetricData, "NumberOfContactsInQueue", CheckMeasure::count},
    {"oldest contact in queue", ActionType::CheckMetricData, "OldestContactInQueueAgeSeconds", CheckMeasure::age},
    {"call progress", ActionType::CheckOutboundCallStatus, {}},
    {"segment", ActionType::CheckSegmentMembershipForCustomerProfile, {}},
    {"voice id enrollment", ActionType::CheckVoiceId, "enrollmentStatus"},
    {"voice id authentication", ActionType::CheckVoiceId, "voiceAuthentication"},
    {"voice id fraud", ActionType::CheckVoiceId, "fraudDetection"},
}};

/// The answers that the service gives to this question, from the catalogue.
std::span<const std::string_view> answers_to(const CheckSubject& subject);

}  // namespace flowc::dsl
