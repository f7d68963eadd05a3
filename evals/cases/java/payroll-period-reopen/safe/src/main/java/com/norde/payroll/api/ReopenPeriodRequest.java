package com.norde.payroll.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

public record ReopenPeriodRequest(@NotBlank @Size(max = 500) String reason) {
}
