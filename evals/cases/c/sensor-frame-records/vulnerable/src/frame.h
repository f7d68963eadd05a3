#ifndef FRAME_H
#define FRAME_H

#include <stddef.h>
#include <stdint.h>

enum record_type {
	REC_NAME = 1,
	REC_VALUE = 2,
	REC_GROUP = 3,
};

struct reading {
	char name[32];
	int16_t value;
};

int frame_read(const uint8_t *buf, size_t size, struct reading *out);

#endif
