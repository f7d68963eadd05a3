# The reporting database and who may reach it.

variable "vpc_id" {
  type = string
}

variable "application_security_group_id" {
  type = string
}

locals {
  tags = {
    service = "reporting"
    owner   = "data-platform"
  }
}

resource "aws_security_group" "reporting" {
  name        = "reporting-database"
  description = "Reporting database"
  vpc_id      = var.vpc_id
  tags        = local.tags
}

resource "aws_vpc_security_group_ingress_rule" "application" {
  security_group_id            = aws_security_group.reporting.id
  description                  = "The application writes"
  referenced_security_group_id = var.application_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
  tags                         = local.tags
}
