namespace FlowLab.Host.Kernels;

/// <summary>A generic parameter of a kernel.</summary>
/// <param name="Name">Its name: TMixing.</param>
/// <param name="Candidates">The structs that satisfy its constraints.</param>
internal sealed record KernelTypeParameter(string Name, IReadOnlyList<Type> Candidates)
{
    /// <summary>Name and candidates in one line.</summary>
    public override string ToString() => $"{Name}: {(Candidates.Count == 0 ? "nothing here" : string.Join(", ", Candidates.Select(StructNames.Of)))}";
}
