using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlowLab.Generators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowLab.Generators.Reading;

/// <summary>Loops and assignments.</summary>
internal sealed partial class LayerReader
{
    /// <summary>Loops of constant bounds with at most so many rounds are written out.</summary>
    private const int MostRounds = 64;

    private Change? _change;

    private void ReadLoop(ForStatementSyntax loop)
    {
        (ISymbol index, ExpressionSyntax start, ExpressionSyntax limit, bool isInclusive) = Header(loop);
        Expression from = ReadScalar(start);
        Expression to = ReadScalar(limit);
        if (isInclusive)
            to = IntegerOperation("+", to, Integer(1));
        if (Varies(from) || Varies(to))
            throw Refuse(Faults.Loop, loop.GetLocation(), $"The bounds of '{FirstLine(loop)}' differ from sample to sample");
        if (WholeNumber(from) is { } first && WholeNumber(to) is { } end && end - first <= MostRounds)
            ReadRounds(loop, index, first, end);
        else
            ReadRepeat(loop, index, from, to);
    }

    private void ReadRounds(ForStatementSyntax loop, ISymbol index, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            _values[index] = new ScalarValue(Integer(i));
            ReadLoopBody(loop);
        }
    }

    private void ReadRepeat(ForStatementSyntax loop, ISymbol index, Expression from, Expression to)
    {
        ISymbol[] assigned = [.. Assigned(loop.Statement).Where(symbol => !IsWithin(symbol, loop) && _values.TryGetValue(symbol, out Value? value) && value is ScalarValue or StructValue or ArrayValue)];
        if (assigned.All(symbol => IsPlainSum(symbol, loop.Statement)))
            ReadSums(loop, index, (from, to), assigned);
        else
            ReadCarrying(loop, index, (from, to), assigned);
    }

    private static bool IsWithin(ISymbol symbol, SyntaxNode node) =>
        symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == node.SyntaxTree && node.Span.Contains(reference.Span));

    /// <summary>Whether statements do nothing with a number but add to it.</summary>
    private bool IsPlainSum(ISymbol symbol, StatementSyntax statements) =>
        _values[symbol] is ScalarValue { Expression.Kind: ValueKind.Number }
        && statements.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name).Symbol, symbol))
            .All(name => name.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } add && add.Left == name);

    private void ReadSums(ForStatementSyntax loop, ISymbol index, (Expression From, Expression To) range, ISymbol[] sums)
    {
        foreach (ISymbol symbol in sums)
            _values[symbol] = StartSum(symbol);
        Scope outer = _scope;
        Variable variable = EnterLoop(index, range, null);
        ReadLoopBody(loop);
        outer.Statements.Add(new Repeat(variable, range.From, range.To, _scope.Statements));
        _scope = outer;
        foreach (ISymbol symbol in sums)
            _values[symbol] = new ScalarValue(new Read(((SumValue)_values[symbol]).Sum));
    }

    private Variable EnterLoop(ISymbol index, (Expression From, Expression To) range, string? carried)
    {
        var variable = new Variable(_names.Take(index.Name), ValueKind.Integer);
        _scope = new Scope(_scope, false, true) { IsVarying = _scope.IsVarying, Range = (variable, range.From, range.To) };
        _scope.Carried = carried ?? _scope.Carried;
        _values[index] = new ScalarValue(new Read(variable));
        return variable;
    }

    /// <summary>
    /// A loop whose rounds depend on each other. Whether what it carries differs from sample to sample is known once its body has been read: if so, the body is
    /// read again with that in mind.
    /// </summary>
    private void ReadCarrying(ForStatementSyntax loop, ISymbol index, (Expression From, Expression To) range, ISymbol[] carried)
    {
        Scope outer = _scope;
        Dictionary<ISymbol, Value> before = _values;
        bool varies = outer.IsVarying || carried.SelectMany(symbol => Leaves(before[symbol])).Any(Varies);
        while (true)
        {
            _values = new Dictionary<ISymbol, Value>(before, SymbolEqualityComparer.Default);
            foreach (ISymbol symbol in carried)
                _values[symbol] = Started(before[symbol], symbol.Name, varies);
            Dictionary<ISymbol, Value> started = new(_values, SymbolEqualityComparer.Default);
            Variable variable = EnterLoop(index, range, string.Join(", ", carried.Select(symbol => symbol.Name)));
            ReadLoopBody(loop);
            Carry[] carries = [.. carried.SelectMany(symbol => Leaves(started[symbol])
                .Zip(Leaves(before[symbol]), (value, start) => (((Read)value).Variable, start))
                .Zip(Leaves(_values[symbol]), (carry, next) => new Carry(carry.Variable, carry.start, next)))];
            List<Statement> body = _scope.Statements;
            _scope = outer;
            if (!varies && carries.Any(carry => Varies(carry.Next)))
            {
                varies = true;
                continue;
            }
            outer.Statements.Add(new Repeat(variable, range.From, range.To, body, carries));
            _values = before;
            foreach (ISymbol symbol in carried)
                _values[symbol] = started[symbol];
            return;
        }
    }

    /// <summary>A variable for each number of a value, which the rounds of a loop change.</summary>
    private Value Started(Value value, string name, bool varies) => value switch
    {
        ScalarValue scalar => new ScalarValue(new Read(new Variable(_names.Take(name), scalar.Expression.Kind) { IsVarying = varies })),
        StructValue structure => new StructValue(structure.Fields.ToDictionary(field => field.Key, field => Started(field.Value, name + field.Key, varies))),
        ArrayValue array => new ArrayValue([.. array.Elements.Select(element => Started(element, name, varies))]),
        _ => value,
    };

    private static IEnumerable<Expression> Leaves(Value value) => value switch
    {
        ScalarValue scalar => [scalar.Expression],
        StructValue structure => structure.Fields.OrderBy(field => field.Key, System.StringComparer.Ordinal).SelectMany(field => Leaves(field.Value)),
        ArrayValue array => array.Elements.SelectMany(Leaves),
        _ => [],
    };

    private void ReadLoopBody(ForStatementSyntax loop)
    {
        if (ReadStatements([loop.Statement], 0) is not null)
            throw Refuse(Faults.UnknownForm, loop.GetLocation(), "A return out of a loop");
    }

    private SumValue StartSum(ISymbol symbol)
    {
        var sum = new Variable(_names.Take(symbol.Name), ValueKind.Number) { IsSum = true };
        _scope.Statements.Add(new Define(sum, ((ScalarValue)_values[symbol]).Expression));
        return new SumValue(sum);
    }

    /// <summary>The variables that statements assign to.</summary>
    private IEnumerable<ISymbol> Assigned(StatementSyntax statements) => statements.DescendantNodesAndSelf()
        .OfType<AssignmentExpressionSyntax>()
        .Select(assignment => Root(assignment.Left))
        .OfType<ISymbol>()
        .Distinct<ISymbol>(SymbolEqualityComparer.Default);

    private ISymbol? Root(ExpressionSyntax target) => target switch
    {
        ElementAccessExpressionSyntax element => Root(element.Expression),
        MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } member => Root(member.Expression),
        _ => _model.GetSymbolInfo(target).Symbol switch
        {
            ILocalSymbol or IParameterSymbol => _model.GetSymbolInfo(target).Symbol,
            // A field or property of the struct whose method is read.
            IFieldSymbol or IPropertySymbol => _model.GetSymbolInfo(target).Symbol!.ContainingType,
            _ => null,
        },
    };

    private (ISymbol Index, ExpressionSyntax Start, ExpressionSyntax Limit, bool IsInclusive) Header(ForStatementSyntax loop)
    {
        bool isUpwards = loop.Incrementors is [PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression }]
            or [PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }];
        if (isUpwards && loop.Declaration is { Variables: [{ Initializer: { } start } variable] }
            && loop.Condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression } condition
            && _model.GetDeclaredSymbol(variable) is { } index
            && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(condition.Left).Symbol, index))
            return (index, start.Value, condition.Right, condition.IsKind(SyntaxKind.LessThanOrEqualExpression));
        throw Refuse(Faults.Loop, loop.GetLocation(), $"'{FirstLine(loop)}' is another form of loop");
    }

    private void ReadAssignment(AssignmentExpressionSyntax assignment)
    {
        string sign = assignment.Kind() switch
        {
            SyntaxKind.SimpleAssignmentExpression => "",
            SyntaxKind.AddAssignmentExpression => "+",
            SyntaxKind.SubtractAssignmentExpression => "-",
            SyntaxKind.MultiplyAssignmentExpression => "*",
            SyntaxKind.DivideAssignmentExpression => "/",
            _ => throw Refuse(Faults.UnknownForm, assignment.GetLocation(), $"'{FirstLine(assignment)}'"),
        };
        switch (assignment.Left)
        {
            case ElementAccessExpressionSyntax element:
                AssignElement(element, sign, assignment);
                break;
            case MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } member when _model.GetSymbolInfo(member.Expression).Symbol is { } owner:
                Value field = Assigned(sign, member, assignment, member.Name.Identifier.Text);
                AssignSymbol(owner, ((StructValue)_values[owner]).With(member.Name.Identifier.Text, field));
                break;
            default:
                AssignName(assignment, sign);
                break;
        }
    }

    private void AssignName(AssignmentExpressionSyntax assignment, string sign)
    {
        ISymbol symbol = _model.GetSymbolInfo(assignment.Left).Symbol ?? throw Refuse(Faults.UnknownForm, assignment.GetLocation(), $"'{FirstLine(assignment)}'");
        if (symbol is IFieldSymbol or IPropertySymbol && _values.ContainsKey(symbol.ContainingType))
            AssignField(symbol, Assigned(sign, assignment.Left, assignment, symbol.Name));
        else if (_values.TryGetValue(symbol, out Value? value) && value is SumValue sum)
            AddToSum(sum, sign, assignment);
        else
            AssignSymbol(symbol, Assigned(sign, assignment.Left, assignment, symbol.Name));
    }

    private void AssignField(ISymbol symbol, Value value) =>
        _values[symbol.ContainingType] = ((StructValue)_values[symbol.ContainingType]).With(symbol.Name, value);

    private void AssignSymbol(ISymbol symbol, Value value)
    {
        if (symbol is not (ILocalSymbol or IParameterSymbol))
            throw Refuse(Faults.UnknownForm, symbol.Locations[0], $"An assignment to {symbol.Name}, which is no local value,");
        _values[symbol] = value;
    }

    private Value Assigned(string sign, ExpressionSyntax target, AssignmentExpressionSyntax assignment, string name)
    {
        if (sign.Length == 0)
            return Keep(ReadValue(assignment.Right), name);
        return Keep(new ScalarValue(Operation(sign, ReadScalar(target), ReadScalar(assignment.Right))), name);
    }

    private void AddToSum(SumValue sum, string sign, AssignmentExpressionSyntax assignment)
    {
        Expression term = Light(ReadScalar(assignment.Right));
        sum.Sum.IsVarying |= _scope.IsVarying || Varies(term);
        _scope.Statements.Add(new Accumulate(sum.Sum, sign == "-" ? Numbers.Negate(term) : term));
    }

    private void AssignElement(ElementAccessExpressionSyntax element, string sign, AssignmentExpressionSyntax assignment)
    {
        Expression index = ReadIndex(element);
        switch (ReadValue(element.Expression))
        {
            case FeaturesValue:
                ChangeFeature(element, index, sign, assignment);
                break;
            case ArrayValue array when WholeNumber(index) is { } at && _model.GetSymbolInfo(element.Expression).Symbol is { } symbol:
                Value value = Assigned(sign, element, assignment, symbol.Name + at.ToString(CultureInfo.InvariantCulture));
                _values[symbol] = new ArrayValue([.. array.Elements.Select((old, i) => i == at ? value : old)]);
                break;
            case ArrayValue:
                throw Refuse(Faults.Index, element.GetLocation(), FirstLine(element), "of a local array is no constant");
            default:
                throw Refuse(Faults.UnknownForm, assignment.GetLocation(), $"'{FirstLine(assignment)}'");
        }
    }

    private void ChangeFeature(ElementAccessExpressionSyntax element, Expression index, string sign, AssignmentExpressionSyntax assignment)
    {
        string? fault = _scope.IsInBranch ? "stands in a branch" : _scope.Loops != 1 ? "does not stand in one loop over features" : _change is not null ? "is a second change" : null;
        if (_scope.Carried is { } carried)
            throw Refuse(Faults.Carried, assignment.GetLocation(), carried, FirstLine(assignment));
        if (fault is not null)
            throw Refuse(Faults.ChangePlace, assignment.GetLocation(), $"'{FirstLine(assignment)}' {fault}");
        Expression value = ReadScalar(assignment.Right);
        if (sign.Length > 0)
            value = Operation(sign, ReadFeature(element, index), value);
        foreach (Feature read in _scope.Statements.SelectMany(statement => statement.AllValues()).OfType<Feature>())
        {
            if (!Numbers.AreEqual(read.Index, index) && !Ranges.AreApart(read.Index, index, _scope))
                throw Refuse(Faults.ReadAfterChange, assignment.GetLocation(), $"What '{FirstLine(assignment)}' is computed from");
        }
        _changed = assignment.GetLocation();
        _scope.Statements.Add(_change = new Change(index, Light(value)));
    }
}
