variable "environment" {
  description = "Name of the environment, part of every resource's name."
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "There are only staging and production."
  }
}

variable "vpc_id" {
  description = "Network of the report job."
  type        = string
}

variable "log_bucket" {
  description = "Bucket that takes access logs."
  type        = string
}
