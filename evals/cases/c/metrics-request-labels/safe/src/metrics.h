#ifndef METRICS_H
#define METRICS_H

#include <stddef.h>
#include <stdint.h>

void metrics_request(const char *method, const char *path);
size_t metrics_write(char *out, size_t size);

#endif
