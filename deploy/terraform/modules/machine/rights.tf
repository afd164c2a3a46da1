resource "aws_iam_role" "this" {
  name               = var.name
  description        = "What the machine ${var.name} may do: take its volume, give itself its name"
  assume_role_policy = data.aws_iam_policy_document.trust["ec2"].json
}

resource "aws_iam_instance_profile" "this" {
  name = var.name
  role = aws_iam_role.this.name
}

data "aws_iam_policy_document" "trust" {
  for_each = toset(["ec2", "dlm"])

  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["${each.key}.amazonaws.com"]
    }
  }
}

locals {
  volume_id = aws_ebs_volume.data.id
  zone_arn  = var.zone_arn
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "TakeTheVolume"
    actions   = ["ec2:AttachVolume"]
    resources = ["arn:${var.partition}:ec2:${var.region}:${var.account}:volume/${local.volume_id}"]
  }

  statement {
    sid       = "TakeItOneself"
    actions   = ["ec2:AttachVolume"]
    resources = ["arn:${var.partition}:ec2:${var.region}:${var.account}:instance/*"]
    condition {
      test     = "StringEquals"
      variable = "ec2:ResourceTag/Name"
      values   = [var.name]
    }
  }

  # its own name and no other of the zone
  statement {
    sid       = "TakeTheName"
    actions   = ["route53:ChangeResourceRecordSets"]
    resources = [local.zone_arn]
    condition {
      test     = "ForAllValues:StringEquals"
      variable = "route53:ChangeResourceRecordSetsNormalizedRecordNames"
      values   = [local.host]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "start"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

# operators come in by Session Manager; there is no SSH
resource "aws_iam_role_policy_attachment" "sessions" {
  role       = aws_iam_role.this.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
}

resource "aws_iam_role" "snapshots" {
  name               = "${var.name}-snapshots"
  description        = "Takes and removes snapshots"
  assume_role_policy = data.aws_iam_policy_document.trust["dlm"].json
}

resource "aws_iam_role_policy_attachment" "snapshots" {
  role       = aws_iam_role.snapshots.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/service-role/AWSDataLifecycleManagerServiceRole"
}

resource "aws_dlm_lifecycle_policy" "daily" {
  description        = "Snapshots of ${var.name} for a week"
  execution_role_arn = aws_iam_role.snapshots.arn
  state              = "ENABLED"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Snapshots = var.name }

    schedule {
      name      = "daily"
      copy_tags = true

      create_rule {
        interval = 24
        times    = ["04:00"]
      }

      retain_rule {
        count = 7
      }
    }
  }
}
