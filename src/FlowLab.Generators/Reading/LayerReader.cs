using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowLab.Generators.Reading;

/// <summary>
/// Reads the C# of a layer into statements over numbers: every value is named once, calls of differentiable methods are replaced by their
/// bodies, structs and small arrays by their elements, and loops of constant bounds by their rounds. This file reads statements.
/// </summary>
internal sealed partial class LayerReader
{
    private readonly Compilation _compilation;
    private readonly bool _isDifferentiated;
    private readonly Names _names = new();
    private Location? _changed;
    private readonly Stack<IMethodSymbol> _calls = new();
    private Dictionary<ISymbol, Value> _values = new(SymbolEqualityComparer.Default);
    private Scope _scope = new(null, false, false);
    private SemanticModel _model;

    private LayerReader(Compilation compilation, SyntaxNode method, bool isDifferentiated)
    {
        _compilation = compilation;
        _isDifferentiated = isDifferentiated;
        _model = compilation.GetSemanticModel(method.SyntaxTree);
    }

    /// <summary>Reads a layer.</summary>
    /// <param name="compilation">Where methods that it calls are found.</param>
    /// <param name="method">The layer or, not differentiated, its inverse.</param>
    /// <param name="isDifferentiated">Whether everything in it has to have a derivative.</param>
    /// <exception cref="RefusedException">It has something that cannot be differentiated.</exception>
    public static Layer LayerOf(Compilation compilation, IMethodSymbol method, bool isDifferentiated)
    {
        IReadOnlyList<Block> blocks = LayerMethod.Blocks(method);
        var syntax = (MethodDeclarationSyntax)method.DeclaringSyntaxReferences[0].GetSyntax();
        return new LayerReader(compilation, syntax, isDifferentiated).ReadMethod(method, syntax, blocks);
    }

    private Layer ReadMethod(IMethodSymbol method, MethodDeclarationSyntax syntax, IReadOnlyList<Block> blocks)
    {
        _values[method.Parameters[0]] = new FeaturesValue();
        for (int i = 0; i < blocks.Count; i++)
            _values[method.Parameters[i + 1]] = blocks[i].IsScalar
                ? new ScalarValue(Load(new Parameter(blocks[i], Integer(0)), blocks[i].Name, $"{blocks[i].Name}"))
                : new BlockValue(blocks[i]);
        _calls.Push(method);
        Value result = ReadBody(method, syntax.Body, syntax.ExpressionBody);
        _scope.Statements.Add(new AddLogDet(Named(ScalarOf(result, syntax), "logDetOfLayer")));
        return new Layer(method.Name, blocks, _scope.Statements, _names, _changed ?? syntax.Identifier.GetLocation());
    }

    private Value ReadBody(IMethodSymbol method, BlockSyntax? body, ArrowExpressionClauseSyntax? arrow)
    {
        if (arrow is not null)
            return ReadValue(arrow.Expression);
        if (body is null)
            throw Refuse(Faults.UnknownCall, method.Locations[0], $"{method.Name}, which has no body,");
        return ReadStatements(body.Statements, 0)
            ?? throw Refuse(Faults.UnknownForm, method.Locations[0], $"{method.Name}, which does not return a value on every path,");
    }

    /// <summary>Reads statements up to a return; null if there is none.</summary>
    private Value? ReadStatements(IReadOnlyList<StatementSyntax> statements, int from)
    {
        for (int i = from; i < statements.Count; i++)
        {
            switch (statements[i])
            {
                case ReturnStatementSyntax { Expression: { } value }:
                    return Keep(ReadValue(value), "result");
                case IfStatementSyntax branch:
                    if (ReadBranch(branch, statements, i) is { } result)
                        return result;
                    break;
                case BlockSyntax block:
                    if (ReadStatements(block.Statements, 0) is { } inner)
                        return inner;
                    break;
                default:
                    ReadStatement(statements[i]);
                    break;
            }
        }
        return null;
    }

    private void ReadStatement(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalDeclarationStatementSyntax local:
                foreach (VariableDeclaratorSyntax variable in local.Declaration.Variables)
                    ReadDeclaration(variable);
                break;
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment }:
                ReadAssignment(assignment);
                break;
            case ForStatementSyntax loop:
                ReadLoop(loop);
                break;
            case EmptyStatementSyntax:
                break;
            default:
                throw Refuse(Faults.UnknownForm, statement.GetLocation(), $"'{FirstLine(statement)}'");
        }
    }

    private void ReadDeclaration(VariableDeclaratorSyntax variable)
    {
        ISymbol symbol = _model.GetDeclaredSymbol(variable)!;
        Value value = variable.Initializer is { } initializer
            ? Keep(ReadArray(initializer.Value) ?? ReadValue(initializer.Value), symbol.Name)
            : Unset(((ILocalSymbol)symbol).Type, variable);
        _values[symbol] = value;
    }

    /// <summary>What a variable holds before its first assignment: any value, as C# makes sure that nobody reads it.</summary>
    private static Value Unset(ITypeSymbol type, SyntaxNode at) => type.SpecialType switch
    {
        SpecialType.System_Single => new ScalarValue(Numbers.Zero),
        SpecialType.System_Int32 => new ScalarValue(Integer(0)),
        SpecialType.System_Boolean => new ScalarValue(new Constant("false", ValueKind.Flag)),
        _ => throw Refuse(Faults.ValueType, at.GetLocation(), FirstLine(at), type.ToDisplayString()),
    };

    /// <summary>Reads both sides of a branch. Where one returns, the statements behind the branch belong to the other.</summary>
    private Value? ReadBranch(IfStatementSyntax branch, IReadOnlyList<StatementSyntax> statements, int at)
    {
        Expression condition = ReadScalar(branch.Condition);
        Dictionary<ISymbol, Value> before = _values;
        Side then = ReadSide(condition, before, branch.Statement);
        Side otherwise = ReadSide(condition, before, branch.Else?.Statement);
        if (then.Result is null && otherwise.Result is null)
        {
            JoinSides(condition, then, otherwise, before);
            return null;
        }
        if (then.Result is null)
            Continue(then, statements, at + 1, branch);
        if (otherwise.Result is null)
            Continue(otherwise, statements, at + 1, branch);
        return JoinSides(condition, then, otherwise, before);
    }

    private Side ReadSide(Expression condition, Dictionary<ISymbol, Value> before, StatementSyntax? statement)
    {
        var side = new Side(new Scope(_scope, true, false) { IsVarying = _scope.IsVarying || Varies(condition) }, new Dictionary<ISymbol, Value>(before, SymbolEqualityComparer.Default));
        if (statement is not null)
            Within(side, () => side.Result = ReadStatements([statement], 0));
        return side;
    }

    private void Continue(Side side, IReadOnlyList<StatementSyntax> statements, int from, SyntaxNode branch)
    {
        Within(side, () => side.Result = ReadStatements(statements, from));
        if (side.Result is null)
            throw Refuse(Faults.UnknownForm, branch.GetLocation(), "A return on some paths only");
    }

    private void Within(Side side, System.Action read)
    {
        (Scope scope, Dictionary<ISymbol, Value> values) = (_scope, _values);
        (_scope, _values) = (side.Scope, side.Values);
        read();
        side.Values = _values;
        (_scope, _values) = (scope, values);
    }

    /// <summary>Adds the branch; what differs after its sides becomes one variable each.</summary>
    private Value? JoinSides(Expression condition, Side then, Side otherwise, Dictionary<ISymbol, Value> before)
    {
        List<Join> joins = [];
        var after = new Dictionary<ISymbol, Value>(before, SymbolEqualityComparer.Default);
        foreach (ISymbol symbol in before.Keys)
            after[symbol] = JoinValues(condition, then.Values[symbol], otherwise.Values[symbol], symbol.Name, joins);
        Value? result = then.Result is null ? null : JoinValues(condition, then.Result, otherwise.Result!, "result", joins);
        if (joins.Count > 0 || then.Scope.Statements.Count > 0 || otherwise.Scope.Statements.Count > 0)
            _scope.Statements.Add(new Branch(condition, then.Scope.Statements, otherwise.Scope.Statements, joins));
        _values = after;
        return result;
    }

    private Value JoinValues(Expression condition, Value then, Value otherwise, string name, List<Join> joins)
    {
        if (ReferenceEquals(then, otherwise))
            return then;
        switch (then, otherwise)
        {
            case (ScalarValue a, ScalarValue b) when Numbers.AreEqual(a.Expression, b.Expression):
                return then;
            case (ScalarValue a, ScalarValue b):
                var variable = new Variable(_names.Take(name), a.Expression.Kind) { IsVarying = Varies(condition) || Varies(a.Expression) || Varies(b.Expression) };
                joins.Add(new Join(variable, a.Expression, b.Expression));
                return new ScalarValue(new Read(variable));
            case (StructValue a, StructValue b):
                return new StructValue(a.Fields.ToDictionary(field => field.Key, field => JoinValues(condition, field.Value, b.Fields[field.Key], name + field.Key, joins)));
            case (ArrayValue a, ArrayValue b):
                return new ArrayValue([.. a.Elements.Zip(b.Elements, (x, y) => JoinValues(condition, x, y, name, joins))]);
            default:
                return then;
        }
    }

    private static Expression ScalarOf(Value value, SyntaxNode at) => value switch
    {
        ScalarValue scalar => scalar.Expression,
        _ => throw Refuse(Faults.ValueType, at.GetLocation(), FirstLine(at), "no number"),
    };

    /// <summary>Gives a value its name.</summary>
    private Value Keep(Value value, string name) => value switch
    {
        ScalarValue scalar when scalar.Expression is not (Constant or Read) => new ScalarValue(Define(scalar.Expression, name)),
        StructValue structure => new StructValue(structure.Fields.ToDictionary(field => field.Key, field => Keep(field.Value, name + field.Key.TrimStart('_').Substring(0, 1).ToUpperInvariant() + field.Key.TrimStart('_').Substring(1)))),
        _ => value,
    };

    private Expression Define(Expression value, string name)
    {
        var variable = new Variable(_names.Take(name), value.Kind) { IsVarying = Varies(value) };
        _scope.Statements.Add(new Define(variable, value));
        return new Read(variable);
    }

    /// <summary>A parameter or feature in a variable of its own, the same one wherever it is in reach.</summary>
    private Expression Load(Expression source, string name, string key)
    {
        if (_scope.Find(key) is { } known)
            return new Read(known);
        var read = (Read)Define(source, name);
        _scope.Remember(key, read.Variable);
        return read;
    }

    /// <summary>Whether a value differs from sample to sample.</summary>
    private static bool Varies(Expression value) => value.All().Any(part => part is Feature or Read { Variable.IsVarying: true });

    private static Expression Integer(int value) => new Constant(value.ToString(System.Globalization.CultureInfo.InvariantCulture), ValueKind.Integer);

    private static string FirstLine(SyntaxNode node) => node.ToString().Split('\n')[0].Trim();

    private static RefusedException Refuse(DiagnosticDescriptor fault, Location location, params object[] words) => new(fault, location, words);

    /// <summary>One side of a branch.</summary>
    private sealed class Side(Scope scope, Dictionary<ISymbol, Value> values)
    {
        public Scope Scope { get; } = scope;

        public Dictionary<ISymbol, Value> Values { get; set; } = values;

        public Value? Result { get; set; }
    }
}
