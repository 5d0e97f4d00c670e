using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;
using FlowLab.Generators.Reading;

namespace FlowLab.Generators.Derivatives;

/// <summary>
/// Reverse mode over statements: from the last to the first, each hands its gradient on to what it was computed from. Values that it needs
/// are computed again before it, inside of branches and loops by copies of their statements.
/// </summary>
internal sealed partial class Adjoint(Names names)
{
    private readonly Dictionary<Variable, Variable> _gradients = [];

    /// <summary>The gradient of a changed feature is assigned at this index, that of others is added to.</summary>
    public Expression? AssignedIndex { get; set; }

    /// <summary>Whether what comes to the old value of the changed feature is left out.</summary>
    public Variable? Omitted { get; set; }

    /// <summary>The variable of a value's gradient.</summary>
    public Variable Of(Variable value)
    {
        if (!_gradients.TryGetValue(value, out Variable? gradient))
            _gradients[value] = gradient = new Variable(names.Take(value.Name + "Gradient"), ValueKind.Number) { IsSum = true, IsVarying = value.IsVarying };
        return gradient;
    }

    /// <summary>A definition of a gradient that terms will be added to.</summary>
    public Define Start(Variable value, Expression? start = null) => new(Of(value), start ?? Numbers.Zero);

    /// <summary>The reverse of statements.</summary>
    /// <param name="statements">What is differentiated.</param>
    /// <param name="starts">Whether the gradients of their own variables start here.</param>
    public List<Statement> Reverse(IReadOnlyList<Statement> statements, bool starts)
    {
        List<Statement> reverse = [];
        if (starts)
            reverse.AddRange(LayerAnalysis.Defined(statements, false).Where(variable => variable.Kind == ValueKind.Number).Select(variable => Start(variable)));
        for (int i = statements.Count - 1; i >= 0; i--)
            Reverse(statements[i], reverse);
        return reverse;
    }

    /// <summary>What statements compute, without what they leave outside of themselves.</summary>
    public static List<Statement> Inner(IReadOnlyList<Statement> statements)
    {
        HashSet<Variable> own = [.. LayerAnalysis.Defined(statements, true)];
        return Inner(statements, own);
    }

    /// <summary>Adds what a value passes on of its gradient.</summary>
    /// <param name="value">The value.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="result">The value by name.</param>
    /// <param name="target">Where statements are added.</param>
    public void Pass(Expression value, Expression gradient, Expression result, List<Statement> target)
    {
        if (Numbers.IsZero(gradient))
            return;
        switch (value)
        {
            case Read { Kind: ValueKind.Number } read when read.Variable != Omitted:
                target.Add(new Accumulate(Of(read.Variable), gradient));
                break;
            case Unary negated:
                Pass(negated.Of, Numbers.Negate(gradient), negated.Of, target);
                break;
            case Binary binary:
                PassBinary(binary, gradient, result, target);
                break;
            case Choice choice:
                Pass(choice.Then, Numbers.Where(choice.Condition, gradient), choice.Then, target);
                Pass(choice.Otherwise, new Choice(choice.Condition, Numbers.Zero, gradient), choice.Otherwise, target);
                break;
            case Call call:
                IReadOnlyList<Expression> derivatives = Functions.Of(call).Derivatives(call.Parts, result);
                for (int i = 0; i < derivatives.Count; i++)
                    if (call.Parts[i] is not Constant)
                        Pass(call.Parts[i], Numbers.Multiply(gradient, derivatives[i]), call.Parts[i], target);
                break;
        }
    }

    private void PassBinary(Binary binary, Expression gradient, Expression result, List<Statement> target)
    {
        if (binary.Kind != ValueKind.Number)
            return;
        if (!HasVariable(binary.Left) || !HasVariable(binary.Right))
        {
            PassOneSide(binary, gradient, result, target);
            return;
        }
        Expression named = Name(binary.Sign == "/" ? Numbers.Divide(gradient, binary.Right) : gradient, target);
        (Expression left, Expression right) = binary.Sign switch
        {
            "+" => (named, named),
            "-" => (named, Numbers.Negate(named)),
            "*" => (Numbers.Multiply(named, binary.Right), Numbers.Multiply(named, binary.Left)),
            _ => (named, Numbers.Negate(Numbers.Multiply(named, result))),
        };
        Pass(binary.Left, left, binary.Left, target);
        Pass(binary.Right, right, binary.Right, target);
    }

    private void PassOneSide(Binary binary, Expression gradient, Expression result, List<Statement> target)
    {
        if (HasVariable(binary.Left))
            Pass(binary.Left, binary.Sign switch
            {
                "*" => Numbers.Multiply(gradient, binary.Right),
                "/" => Numbers.Divide(gradient, binary.Right),
                _ => gradient,
            }, binary.Left, target);
        else if (HasVariable(binary.Right))
            Pass(binary.Right, binary.Sign switch
            {
                "+" => gradient,
                "-" => Numbers.Negate(gradient),
                "*" => Numbers.Multiply(gradient, binary.Left),
                _ => Numbers.Negate(Numbers.Divide(Numbers.Multiply(gradient, result), binary.Right)),
            }, binary.Right, target);
    }

    private Expression Name(Expression gradient, List<Statement> target)
    {
        if (Numbers.IsAtom(gradient))
            return gradient;
        var variable = new Variable(names.Take("share"), ValueKind.Number) { IsVarying = true };
        target.Add(new Define(variable, gradient));
        return new Read(variable);
    }

    private static bool HasVariable(Expression value) => value.All().Any(part => part is Read { Kind: ValueKind.Number });

    private void Reverse(Statement statement, List<Statement> reverse)
    {
        switch (statement)
        {
            case Define { Variable.Kind: ValueKind.Number } define:
                ReverseDefine(define, reverse);
                break;
            case Accumulate add:
                Pass(add.Term, new Read(Of(add.Sum)), add.Term, reverse);
                break;
            case AddLogDet add:
                Pass(add.Value, new LogDetGradient(), add.Value, reverse);
                break;
            case Branch branch:
                reverse.Add(new Branch(branch.Condition, Side(branch, branch.Then, join => join.Then), Side(branch, branch.Otherwise, join => join.Otherwise), []));
                break;
            case Repeat { Carries.Count: > 0 } loop:
                ReverseCarrying(loop, reverse);
                break;
            case Repeat loop:
                reverse.Add(loop.With([.. Inner(loop.Body), .. Reverse(loop.Body, true)]));
                break;
            case Change change:
                var incoming = new Variable(names.Take("incoming"), ValueKind.Number) { IsVarying = true };
                reverse.Add(new Define(incoming, new FeatureGradient(change.Index)));
                Pass(change.Value, new Read(incoming), change.Value, reverse);
                break;
        }
    }

    private void ReverseDefine(Define define, List<Statement> reverse)
    {
        var gradient = new Read(Of(define.Variable));
        switch (define.Value)
        {
            case Parameter parameter:
                reverse.Add(new StoreParameterGradient(parameter.Block, parameter.Index, gradient));
                break;
            case Feature feature:
                bool isAdded = AssignedIndex is null || !Numbers.AreEqual(AssignedIndex, feature.Index);
                reverse.Add(new StoreFeatureGradient(feature.Index, gradient, isAdded));
                break;
            default:
                Pass(define.Value, gradient, new Read(define.Variable), reverse);
                break;
        }
    }

    private List<Statement> Side(Branch branch, List<Statement> side, System.Func<Join, Expression> value)
    {
        List<Statement> reverse = [.. Inner(side)];
        reverse.AddRange(LayerAnalysis.Defined(side, false).Where(variable => variable.Kind == ValueKind.Number).Select(variable => Start(variable)));
        foreach (Join join in branch.Joins.Where(join => join.Variable.Kind == ValueKind.Number))
            Pass(value(join), new Read(Of(join.Variable)), value(join), reverse);
        reverse.AddRange(Reverse(side, false));
        return reverse;
    }

    private static List<Statement> Inner(IEnumerable<Statement> statements, HashSet<Variable> own)
    {
        List<Statement> inner = [];
        foreach (Statement statement in statements)
        {
            switch (statement)
            {
                case Accumulate add when own.Contains(add.Sum):
                case Define:
                    inner.Add(statement);
                    break;
                case Branch branch:
                    inner.Add(new Branch(branch.Condition, Inner(branch.Then, own), Inner(branch.Otherwise, own), branch.Joins));
                    break;
                case Repeat loop:
                    inner.Add(loop.With(Inner(loop.Body, own)));
                    break;
            }
        }
        return inner;
    }
}
