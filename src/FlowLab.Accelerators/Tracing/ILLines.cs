namespace FlowLab.Accelerators.Tracing;

/// <summary>Takes detours out of the jumps of a listing; what the statements do stays the same.</summary>
internal static class ILLines
{
    internal static List<ILLine> Straighten(IReadOnlyList<ILLine> lines)
    {
        var result = lines.ToList();
        while (true)
        {
            var before = result.Count;
            Shorten(result);
            result = Reachable(result);
            Invert(result);
            DropJumpsToNext(result);
            var targets = result.Select(line => line.Target).ToHashSet();
            result.RemoveAll(line => line.Label is not null && !targets.Contains(line.Label));
            if (result.Count == before)
                return result;
        }
    }

    /// <summary>A jump to a label that only jumps on goes to where that leads.</summary>
    private static void Shorten(List<ILLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Target is { } target)
                lines[i] = lines[i] with { Target = EndOf(lines, target) };
        }
    }

    /// <summary>The last of the labels at the place that a jump in the end leads to.</summary>
    private static string EndOf(List<ILLine> lines, string label)
    {
        var seen = new HashSet<string>();
        while (seen.Add(label))
        {
            var at = lines.FindIndex(line => line.Label == label);
            while (at < lines.Count && lines[at].Label is not null)
                at++;
            if (at == lines.Count || !lines[at].IsJump)
                return lines[at - 1].Label!;
            label = lines[at].Target!;
        }

        return label;
    }

    private static List<ILLine> Reachable(List<ILLine> lines)
    {
        var isReached = true;
        var result = new List<ILLine>();
        foreach (var line in lines)
        {
            isReached |= line.Label is not null;
            if (isReached)
                result.Add(line);
            isReached &= !line.Ends;
        }

        return result;
    }

    /// <summary><c>if (c) goto A; goto B; A:</c> is <c>if (!c) goto B; A:</c>.</summary>
    private static void Invert(List<ILLine> lines)
    {
        for (var i = 0; i + 2 < lines.Count; i++)
        {
            if (lines[i].Condition is not { } condition || !lines[i + 1].IsJump || !LeadsTo(lines, i + 2, lines[i].Target!))
                continue;
            lines[i] = lines[i] with { Condition = ILExpression.Not(condition), Target = lines[i + 1].Target };
            lines.RemoveAt(i + 1);
        }
    }

    private static void DropJumpsToNext(List<ILLine> lines)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (lines[i].IsJump && LeadsTo(lines, i + 1, lines[i].Target!))
                lines.RemoveAt(i);
        }
    }

    /// <summary>The label is among those that stand at a place.</summary>
    private static bool LeadsTo(List<ILLine> lines, int at, string label) =>
        lines.Skip(at).TakeWhile(line => line.Label is not null).Any(line => line.Label == label);
}
