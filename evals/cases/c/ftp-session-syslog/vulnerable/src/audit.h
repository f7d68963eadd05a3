#ifndef AUDIT_H
#define AUDIT_H

#include "session.h"

void audit_open(void);
void audit(const struct session *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
