output "user_pool_id" {
  description = "The pool."
  value       = aws_cognito_user_pool.this.id
}

output "user_pool_arn" {
  description = "The same as an ARN."
  value       = aws_cognito_user_pool.this.arn
}

output "issuer" {
  description = "Who issues tokens."
  value       = "https://${aws_cognito_user_pool.this.endpoint}"
}

output "scope_prefix" {
  description = "What stands before each scope in a token."
  value       = local.prefix
}

output "portal_scopes" {
  description = "What the portal asks for, as Cognito calls it."
  value       = concat(["openid"], [for scope in local.portal : "${local.prefix}${scope}"])
}

output "portal_client_id" {
  description = "The portal's client; absent where there is no portal."
  value       = one(aws_cognito_user_pool_client.portal[*].id)
}

output "portal_client_secret" {
  description = "Its secret."
  sensitive   = true
  value       = one(aws_cognito_user_pool_client.portal[*].client_secret)
}

output "explorer_client_id" {
  description = "What to enter in Swagger UI."
  value       = aws_cognito_user_pool_client.explorer.id
}

output "machine_client_ids" {
  description = "Programs by name."
  value       = { for name, client in aws_cognito_user_pool_client.machine : name => client.id }
}
