namespace FlowLab.Host.Kernels;

/// <summary>A kernel as it is written on a command line: <c>NiceKernels.Forward&lt;PermutationMixing, _&gt;</c>.</summary>
/// <param name="Name">Class and method.</param>
/// <param name="TypeArguments">The type arguments; missing ones and _ leave the choice to the program.</param>
internal sealed record KernelName(string Name, IReadOnlyList<string> TypeArguments)
{
    private const string Any = "_";

    /// <summary>Reads a name.</summary>
    public static KernelName Parse(string text)
    {
        int start = text.IndexOf('<', StringComparison.Ordinal);
        return start < 0 || !text.EndsWith('>')
            ? new KernelName(text.Trim(), [])
            : new KernelName(text[..start].Trim(), [.. Split(text[(start + 1)..^1])]);
    }

    /// <summary>The kernel's method with its generic parameters closed as asked for.</summary>
    /// <exception cref="FlowLabException">A type argument is none of the candidates.</exception>
    public System.Reflection.MethodInfo Close(KernelMethod kernel)
    {
        if (TypeArguments.Count > kernel.Parameters.Count)
            throw new FlowLabException("FLK022", $"{kernel.Title} has {kernel.Parameters.Count} type parameters; found {TypeArguments.Count} type arguments");
        Type[] arguments = [.. kernel.Parameters.Select((parameter, i) => Choose(kernel, parameter, TypeArguments.ElementAtOrDefault(i) ?? Any))];
        return arguments.Length == 0 ? kernel.Method : kernel.Method.MakeGenericMethod(arguments);
    }

    private static Type Choose(KernelMethod kernel, KernelTypeParameter parameter, string written)
    {
        string wanted = Compact(written);
        return parameter.Candidates.FirstOrDefault(candidate => wanted == Any || Compact(StructNames.Of(candidate)) == wanted)
            ?? throw new FlowLabException(
                "FLK022", $"\"{written}\" cannot stand for {parameter.Name} of {kernel.Title}; expected one of {string.Join(", ", parameter.Candidates.Select(StructNames.Of))}");
    }

    private static string Compact(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Cuts at the commas that are in no inner brackets.</summary>
    private static IEnumerable<string> Split(string list)
    {
        int depth = 0;
        int from = 0;
        for (int at = 0; at < list.Length; at++)
        {
            depth += list[at] switch { '<' => 1, '>' => -1, _ => 0 };
            if (list[at] != ',' || depth != 0)
                continue;
            yield return list[from..at].Trim();
            from = at + 1;
        }

        yield return list[from..].Trim();
    }
}
