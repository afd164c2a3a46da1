resource "aws_secretsmanager_secret" "this" {
  for_each = merge(var.filled_by_hand, var.generated)

  name                    = "${var.name}/${each.key}"
  description             = each.value
  kms_key_id              = var.key_arn
  recovery_window_in_days = var.recovery_days
}

# Drawn when a secret is first made. Whoever uses one ignores what is drawn later, so that it changes by rotation alone.
data "aws_secretsmanager_random_password" "this" {
  for_each = var.generated

  password_length     = 64
  exclude_punctuation = true
}

resource "aws_secretsmanager_secret_rotation" "this" {
  for_each = var.rotation_functions

  secret_id           = aws_secretsmanager_secret.this[each.key].id
  rotation_lambda_arn = each.value
  rotate_immediately  = true

  rotation_rules {
    automatically_after_days = var.rotation_days
  }
}
