namespace FlowLab.Testing.Laws;

/// <summary>A situation in which laws are tried.</summary>
/// <typeparam name="TCase">The kind of situation itself.</typeparam>
public interface ILawCase<out TCase>
{
    /// <summary>Simpler situations of the same kind, the simplest first, to look for the mistake in.</summary>
    IEnumerable<TCase> Simpler();

    /// <summary>The situation as a C# expression.</summary>
    string ToCode();
}
