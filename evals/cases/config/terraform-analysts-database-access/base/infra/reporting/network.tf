resource "aws_security_group" "reporting_db" {
  name        = "reporting-db"
  description = "PostgreSQL of the reporting service"
  vpc_id      = var.vpc_id

  tags = {
    Team = "data"
  }
}

resource "aws_vpc_security_group_ingress_rule" "service" {
  security_group_id            = aws_security_group.reporting_db.id
  description                  = "Reporting service"
  referenced_security_group_id = var.service_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}
