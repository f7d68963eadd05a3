variable "vpc_id" {
  type = string
}

variable "db_subnet_group_name" {
  type = string
}

variable "service_security_group_id" {
  type = string
}
