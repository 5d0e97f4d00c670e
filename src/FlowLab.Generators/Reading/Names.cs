using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowLab.Generators.Reading;

/// <summary>Names for variables, each given once; those of the passes' own code are taken.</summary>
internal sealed class Names
{
    private static readonly string[] OfPasses =
    [
        "at", "pass", "length", "layer", "dimension", "stride", "tiles", "first", "end", "step", "s", "parameters", "gradient", "logDet",
        "logDetGradient", "zRow", "gRow", "keptRow", "p",
    ];

    private readonly HashSet<string> _taken;

    public Names() => _taken = [.. OfPasses];

    private Names(Names other) => _taken = [.. other._taken];

    /// <summary>The same names taken, for code beside the one so far.</summary>
    public Names Copy() => new(this);

    /// <summary>The name itself, or with a number behind it.</summary>
    public string Take(string wanted)
    {
        string name = wanted.TrimStart('_', '@');
        if (name.Length == 0)
            name = "value";
        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        string free = name;
        for (int i = 2; SyntaxFacts.GetKeywordKind(free) != SyntaxKind.None || !_taken.Add(free); i++)
            free = char.IsDigit(name[name.Length - 1]) ? $"{name}x{i}" : $"{name}{i}";
        return free;
    }
}
