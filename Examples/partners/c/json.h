// The little of JSON that a partner needs: finding members, walking an array, reading numbers. Never writes, never
// reads beyond the given bytes, refuses what is not JSON.
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    const char *at;
    size_t length;
};

// Whether the text is exactly one JSON value (numbers and words are not looked into).
bool json_is_value(struct text text);

// Finds a member of an object; false when it is not there or the object is broken before it. Names are compared byte
// for byte, so a name written with an escape is not found.
bool json_member(struct text object, const char *name, struct text *value);

// Takes the next element of an array; begin with `*rest` = the array. Sets `*rest` to what follows.
// Gives 1 for an element, 0 at the end, -1 when the array is broken.
int json_next(struct text *rest, struct text *element);

// Reads a whole number from 0 to INT64_MAX.
bool json_number(struct text value, int64_t *number);

// The bytes between the quotes, escapes as they stand.
bool json_string(struct text value, struct text *content);

#endif
