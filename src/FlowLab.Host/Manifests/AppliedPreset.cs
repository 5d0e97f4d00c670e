namespace FlowLab.Host.Manifests;

/// <summary>The preset that a plan was made with.</summary>
/// <param name="Name">Its key in <c>presets</c>.</param>
/// <param name="Description">What it is for; may be empty.</param>
public sealed record AppliedPreset(string Name, string Description)
{
    /// <summary>Name and description in one line.</summary>
    public override string ToString() => Description.Length == 0 ? Name : $"{Name} ({Description.TrimEnd('.')})";
}
