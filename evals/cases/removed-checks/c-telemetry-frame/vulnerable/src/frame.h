#ifndef TELEMETRY_FRAME_H
#define TELEMETRY_FRAME_H

#include <stddef.h>
#include <stdint.h>

#define FRAME_MAGIC 0xA7
#define HEADER_SIZE 8

struct frame {
    uint16_t sensor;
    uint32_t value;
    char label[32];
};

/* Decode one datagram; 0 on success, -1 when it is not a frame. */
int frame_decode(const uint8_t *buf, size_t len, struct frame *out);

#endif
