namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>Makes a program that fails smaller while it still fails.</summary>
internal static class ProgramShrinker
{
    private const int MostAttempts = 2000;

    /// <param name="program">The program that fails.</param>
    /// <param name="fails">Whether another one fails too.</param>
    internal static RandomProgram Shrink(RandomProgram program, Func<RandomProgram, bool> fails)
    {
        var attempts = 0;
        while (true)
        {
            var smaller = Smaller(program.Body)
                .Select(body => program with { Body = body })
                .TakeWhile(_ => ++attempts < MostAttempts)
                .FirstOrDefault(fails);
            if (smaller is null)
                return program;
            program = smaller;
        }
    }

    /// <summary>The program with one part gone or simpler, large parts first.</summary>
    private static IEnumerable<ProgramNode> Smaller(ProgramNode node)
    {
        foreach (var simpler in Simpler(node))
            yield return simpler;
        for (var i = 0; i < node.Children.Count; i++)
        {
            foreach (var child in Smaller(node.Children[i]))
                yield return node.With(i, child);
        }
    }

    private static IEnumerable<ProgramNode> Simpler(ProgramNode node)
    {
        if (node.Kind == ProgramNodeKind.Block)
            return Enumerable.Range(0, node.Children.Count).Select(node.Without);
        if (node.IsStatement)
            return node.Children.Where(child => child.IsStatement && !(node.IsLoop && child.Jumps));
        var parts = node.Children.Where(child => child.Type == node.Type);
        return node.Kind == ProgramNodeKind.Constant ? [] : parts.Append(ProgramNode.Constant(node.Type, 0)).Append(ProgramNode.Constant(node.Type, 1));
    }
}
