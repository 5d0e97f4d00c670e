namespace FlowLab.Host.Commands;

/// <summary>What the command line of <c>flowlab init</c> says; null: not said.</summary>
internal sealed record InitOptions
{
    /// <summary>The energy or dataset.</summary>
    public string? Target { get; init; }

    /// <summary>Settings of the target, such as the path of a file.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The density p(x|z) of a latent model.</summary>
    public string? Likelihood { get; init; }

    /// <summary>The flow.</summary>
    public string? Flow { get; init; }

    /// <summary>Its layers.</summary>
    public int? Length { get; init; }

    /// <summary>Seeds.</summary>
    public int? Seeds { get; init; }

    /// <summary>Updates.</summary>
    public int? Updates { get; init; }
}
