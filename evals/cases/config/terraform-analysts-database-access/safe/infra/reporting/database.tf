resource "aws_db_instance" "reporting" {
  identifier        = "reporting"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.t4g.medium"
  allocated_storage = 100

  username                    = "reporting"
  manage_master_user_password = true

  db_subnet_group_name   = var.db_subnet_group_name
  vpc_security_group_ids = [aws_security_group.reporting_db.id]
  publicly_accessible    = false

  storage_encrypted         = true
  deletion_protection       = true
  backup_retention_period   = 14
  copy_tags_to_snapshot     = true
  final_snapshot_identifier = "reporting-final"
}
