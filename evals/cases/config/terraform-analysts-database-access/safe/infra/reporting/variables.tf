variable "vpc_id" {
  type = string
}

variable "db_subnet_group_name" {
  type = string
}

variable "service_security_group_id" {
  type = string
}

variable "vpn_security_group_id" {
  description = "Security group of the client VPN's network interfaces"
  type        = string
}
