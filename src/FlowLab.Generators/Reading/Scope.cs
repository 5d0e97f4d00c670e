using System.Collections.Generic;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>A list of statements that is being read, and what has been loaded in it.</summary>
internal sealed class Scope(Scope? parent, bool isBranch, bool isLoop)
{
    private readonly Dictionary<string, Variable> _loads = [];

    public Scope? Parent { get; } = parent;

    public List<Statement> Statements { get; } = [];

    /// <summary>What the loop runs over whose body it is.</summary>
    public (Variable Index, Expression From, Expression To)? Range { get; set; }

    /// <summary>The values that its loop, or one around it, carries from round to round; null if none does.</summary>
    public string? Carried { get; set; } = parent?.Carried;

    /// <summary>Whether it is one side of a branch, or inside of one.</summary>
    public bool IsInBranch { get; } = isBranch || parent is { IsInBranch: true };

    /// <summary>Whether some samples may not get here.</summary>
    public bool IsVarying { get; set; }

    /// <summary>How many loops it is in.</summary>
    public int Loops { get; } = (parent?.Loops ?? 0) + (isLoop ? 1 : 0);

    /// <summary>The variable that holds what has this key, here or further out.</summary>
    public Variable? Find(string key) => _loads.TryGetValue(key, out Variable? found) ? found : Parent?.Find(key);

    public void Remember(string key, Variable variable) => _loads[key] = variable;
}
