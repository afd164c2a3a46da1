locals {
  # Cognito writes it, and a slash, before each scope; services cut it off again
  identifier = "mokuroku-api"
  prefix     = "${local.identifier}/"

  # what somebody may do who tries the API from its documentation
  explorer = ["catalogue.read", "catalogue.adult"]
  # what reviewers' tokens may allow; whether they do depends on the person's group
  portal = ["reviews.read", "reviews.decide", "reviews.manage"]
}

resource "aws_cognito_user_pool" "this" {
  name                     = var.name
  user_pool_tier           = "ESSENTIALS"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  mfa_configuration        = var.mfa
  deletion_protection      = var.deletion_protection ? "ACTIVE" : "INACTIVE"

  username_configuration {
    case_sensitive = false
  }

  # nobody signs up; who leads invites
  admin_create_user_config {
    allow_admin_create_user_only = true
  }

  password_policy {
    minimum_length                   = 14
    require_lowercase                = true
    require_uppercase                = true
    require_numbers                  = true
    require_symbols                  = false
    temporary_password_validity_days = 3
  }

  dynamic "software_token_mfa_configuration" {
    for_each = var.mfa == "OFF" ? [] : [1]
    content {
      enabled = true
    }
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }
}

resource "aws_cognito_user_pool_domain" "this" {
  domain       = var.domain
  user_pool_id = aws_cognito_user_pool.this.id
}

resource "aws_cognito_user_group" "this" {
  for_each = {
    reviewers = "Look at reviews and decide them"
    leads     = "Reviewers who also lead: people, templates, many reviews at once"
  }

  name         = each.key
  description  = each.value
  user_pool_id = aws_cognito_user_pool.this.id
}

resource "aws_cognito_resource_server" "this" {
  identifier   = local.identifier
  name         = "Mokuroku"
  user_pool_id = aws_cognito_user_pool.this.id

  dynamic "scope" {
    for_each = var.scopes
    content {
      scope_name        = scope.key
      scope_description = scope.value
    }
  }
}

resource "aws_cognito_user_pool_client" "portal" {
  count = var.portal_url == null ? 0 : 1

  name                                 = "portal"
  user_pool_id                         = aws_cognito_user_pool.this.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = concat(["openid"], [for scope in local.portal : "${local.prefix}${scope}"])
  supported_identity_providers         = ["COGNITO"]
  callback_urls                        = ["${var.portal_url}/login/oauth2/code/mokuroku"]
  logout_urls                          = ["${var.portal_url}/portal"]
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors        = "ENABLED"
  enable_token_revocation              = true
  access_token_validity                = 60
  refresh_token_validity               = 8

  token_validity_units {
    access_token  = "minutes"
    refresh_token = "hours"
  }

  depends_on = [aws_cognito_resource_server.this]
}

resource "aws_cognito_user_pool_client" "explorer" {
  name                                 = "explorer"
  user_pool_id                         = aws_cognito_user_pool.this.id
  generate_secret                      = false
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["code"]
  allowed_oauth_scopes                 = concat(["openid"], [for scope in local.explorer : "${local.prefix}${scope}"])
  supported_identity_providers         = ["COGNITO"]
  callback_urls                        = ["${var.search_url}/swagger-ui/oauth2-redirect.html"]
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors        = "ENABLED"
  enable_token_revocation              = true
  access_token_validity                = 60

  token_validity_units {
    access_token = "minutes"
  }

  depends_on = [aws_cognito_resource_server.this]
}

resource "aws_cognito_user_pool_client" "machine" {
  for_each = var.machines

  name                                 = each.key
  user_pool_id                         = aws_cognito_user_pool.this.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = [for scope in each.value : "${local.prefix}${scope}"]
  explicit_auth_flows                  = ["ALLOW_REFRESH_TOKEN_AUTH"]
  enable_token_revocation              = true
  access_token_validity                = 60

  token_validity_units {
    access_token = "minutes"
  }

  depends_on = [aws_cognito_resource_server.this]
}
