#include "json.h"

#include <string.h>

enum { DEEPEST = 64 };

static const char *skip_space(const char *at, const char *end) {
    while (at < end && (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')) at++;
    return at;
}

// The skip functions give the place after what they skipped, or NULL.
static const char *skip_string(const char *at, const char *end) {
    if (at == end || *at != '"') return NULL;
    for (at++; at < end; at++) {
        if (*at == '"') return at + 1;
        if ((unsigned char)*at < 0x20) return NULL;
        if (*at == '\\' && ++at == end) return NULL;
    }
    return NULL;
}

static bool is_plain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E' || c == '-' || c == '+' || c == '.';
}

static const char *skip_value(const char *at, const char *end, int depth) {
    if (at == end || depth > DEEPEST) return NULL;
    if (*at == '"') return skip_string(at, end);
    if (*at != '{' && *at != '[') {
        const char *start = at;
        while (at < end && is_plain(*at)) at++;
        return at > start ? at : NULL;
    }
    bool is_object = *at == '{';
    char close = is_object ? '}' : ']';
    at = skip_space(at + 1, end);
    if (at < end && *at == close) return at + 1;
    for (;;) {
        if (is_object) {
            at = skip_string(at, end);
            if (at == NULL) return NULL;
            at = skip_space(at, end);
            if (at == end || *at != ':') return NULL;
            at = skip_space(at + 1, end);
        }
        at = skip_value(at, end, depth + 1);
        if (at == NULL) return NULL;
        at = skip_space(at, end);
        if (at == end) return NULL;
        if (*at == close) return at + 1;
        if (*at != ',') return NULL;
        at = skip_space(at + 1, end);
    }
}

bool json_is_value(struct text text) {
    const char *end = text.at + text.length;
    const char *at = skip_value(skip_space(text.at, end), end, 0);
    return at != NULL && skip_space(at, end) == end;
}

bool json_member(struct text object, const char *name, struct text *value) {
    const char *end = object.at + object.length;
    const char *at = skip_space(object.at, end);
    size_t length = strlen(name);
    if (at == end || *at != '{') return false;
    at = skip_space(at + 1, end);
    while (at < end && *at == '"') {
        const char *key = at + 1;
        at = skip_string(at, end);
        if (at == NULL) return false;
        bool is_wanted = (size_t)(at - 1 - key) == length && memcmp(key, name, length) == 0;
        at = skip_space(at, end);
        if (at == end || *at != ':') return false;
        const char *start = skip_space(at + 1, end);
        at = skip_value(start, end, 1);
        if (at == NULL) return false;
        if (is_wanted) {
            *value = (struct text){start, (size_t)(at - start)};
            return true;
        }
        at = skip_space(at, end);
        if (at == end || *at != ',') return false;
        at = skip_space(at + 1, end);
    }
    return false;
}

int json_next(struct text *rest, struct text *element) {
    const char *end = rest->at + rest->length;
    const char *at = skip_space(rest->at, end);
    if (at == end) return -1;
    if (*at == ']') return 0;
    bool is_first = *at == '[';
    if (!is_first && *at != ',') return -1;
    at = skip_space(at + 1, end);
    if (is_first && at < end && *at == ']') return 0;
    const char *start = at;
    at = skip_value(start, end, 1);
    if (at == NULL) return -1;
    *element = (struct text){start, (size_t)(at - start)};
    *rest = (struct text){at, (size_t)(end - at)};
    return 1;
}

bool json_number(struct text value, int64_t *number) {
    if (value.length == 0) return false;
    int64_t result = 0;
    for (size_t index = 0; index < value.length; index++) {
        char c = value.at[index];
        if (c < '0' || c > '9') return false;
        if (result > (INT64_MAX - (c - '0')) / 10) return false;
        result = result * 10 + (c - '0');
    }
    *number = result;
    return true;
}

bool json_string(struct text value, struct text *content) {
    if (value.length < 2 || value.at[0] != '"') return false;
    *content = (struct text){value.at + 1, value.length - 2};
    return true;
}
