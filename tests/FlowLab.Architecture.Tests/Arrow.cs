namespace FlowLab.Architecture.Tests;

/// <summary>Types of one room that know types of another.</summary>
/// <param name="From">The room that knows.</param>
/// <param name="To">The room that is known.</param>
/// <param name="Reasons">The pairs of types, as "Type -> Type", sorted.</param>
internal sealed record Arrow(string From, string To, IReadOnlyList<string> Reasons)
{
    public override string ToString() => $"{From} -> {To} ({string.Join(", ", Reasons.Take(5))}{(Reasons.Count > 5 ? ", ..." : "")})";
}
