using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Derivatives;

/// <summary>
/// Loops that carry values: x = r(x, i), from the last round to the first, with dL/dx handed from each round to the one before. What a round started with is
/// computed again from the first round on: quadratic in the number of rounds, but nothing has to be kept.
/// </summary>
internal sealed partial class Adjoint
{
    private void ReverseCarrying(Repeat loop, List<Statement> reverse)
    {
        var turn = new Variable(names.Take("turn"), ValueKind.Integer);
        var round = new Renaming(names);
        Variable index = round.Rename(loop.Index);
        Variable[] started = [.. loop.Carries.Select(carry => round.Rename(carry.Variable))];
        List<Statement> here = round.Of(loop.Body);
        List<Statement> body = [new Define(index, FromTheEnd(loop, turn)), Replay(loop, index, started), .. Inner(here)];
        body.AddRange(Floats(LayerAnalysis.Defined(here, false)).Concat(Floats(started)).Select(variable => Start(variable)));
        List<Carry> gradients = [];
        for (int i = 0; i < started.Length; i++)
        {
            if (!loop.Carries[i].IsNumber)
                continue;
            gradients.Add(Handed(loop.Carries[i].Variable, started[i]));
            Expression next = round.Of(loop.Carries[i].Next);
            Pass(next, new Read(gradients.Last().Variable), next, body);
        }
        body.AddRange(Reverse(here, false));
        reverse.Add(new Repeat(turn, loop.From, loop.To, body, gradients));
        foreach ((Carry carry, Carry gradient) in loop.Carries.Where(carry => carry.IsNumber).Zip(gradients, (carry, gradient) => (carry, gradient)))
            Pass(carry.Start, new Read(gradient.Variable), carry.Start, reverse);
    }

    /// <summary>The gradient on its way from round to round: it comes as that of the loop's last value and leaves a round as that of what the round started with.</summary>
    private Carry Handed(Variable last, Variable started) => new(
        new Variable(names.Take(last.Name + "Gradient"), ValueKind.Number) { IsVarying = last.IsVarying }, new Read(Of(last)), new Read(Of(started)));

    /// <summary>The rounds before one, again: what they carry is what that round starts with.</summary>
    private Repeat Replay(Repeat loop, Variable index, Variable[] started)
    {
        var before = new Renaming(names);
        Variable earlier = before.Rename(loop.Index);
        for (int i = 0; i < started.Length; i++)
            before.Rename(loop.Carries[i].Variable, started[i]);
        List<Statement> body = before.Of(Inner(loop.Body));
        return new Repeat(earlier, loop.From, new Read(index), body, [.. loop.Carries.Select((carry, i) => new Carry(started[i], carry.Start, before.Of(carry.Next)))]);
    }

    private static IEnumerable<Variable> Floats(IEnumerable<Variable> variables) => variables.Where(variable => variable.Kind == ValueKind.Number);

    /// <summary>from + to - 1 - turn.</summary>
    private static Binary FromTheEnd(Repeat loop, Variable turn)
    {
        Expression last = new Binary("-", loop.To, new Constant("1", ValueKind.Integer), ValueKind.Integer);
        Expression span = loop.From is Constant { Text: "0" } ? last : new Binary("+", loop.From, last, ValueKind.Integer);
        return new Binary("-", span, new Read(turn), ValueKind.Integer);
    }
}
