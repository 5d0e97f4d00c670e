using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FlowLab.Generators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowLab.Generators.Reading;

/// <summary>Expressions. Quotients and functions inside of others get a name, so that derivatives can use their values.</summary>
internal sealed partial class LayerReader
{
    private Expression ReadScalar(ExpressionSyntax syntax) => ScalarOf(ReadValue(syntax), syntax);

    private Value ReadValue(ExpressionSyntax syntax)
    {
        if (_model.GetConstantValue(syntax) is { HasValue: true, Value: { } constant })
            return new ScalarValue(ConstantOf(constant, syntax));
        return Converted(ReadUnconverted(syntax), syntax);
    }

    private Value Converted(Value value, ExpressionSyntax syntax)
    {
        TypeInfo type = _model.GetTypeInfo(syntax);
        if (value is not ScalarValue scalar || type.ConvertedType is null)
            return value;
        return type.ConvertedType.SpecialType switch
        {
            SpecialType.System_Single when WholeNumber(scalar.Expression) is { } whole => new ScalarValue(new Constant(Text(whole), ValueKind.Number)),
            SpecialType.System_Single when scalar.Expression.Kind == ValueKind.Integer => new ScalarValue(new Code.Conversion(scalar.Expression, ValueKind.Number)),
            SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Int64 =>
                throw Refuse(Faults.ValueType, syntax.GetLocation(), $"'{FirstLine(syntax)}'", type.ConvertedType.ToDisplayString()),
            _ => value,
        };
    }

    private Value ReadUnconverted(ExpressionSyntax syntax) => syntax switch
    {
        ParenthesizedExpressionSyntax inner => ReadValue(inner.Expression),
        IdentifierNameSyntax name => ReadName(name),
        ElementAccessExpressionSyntax element => ReadElement(element),
        MemberAccessExpressionSyntax member => ReadMember(member),
        InvocationExpressionSyntax call => ReadCall(call),
        BaseObjectCreationExpressionSyntax creation => ReadCreation(creation),
        CastExpressionSyntax cast => ReadCast(cast),
        PrefixUnaryExpressionSyntax unary => ReadUnary(unary),
        BinaryExpressionSyntax binary => new ScalarValue(ReadBinary(binary)),
        ConditionalExpressionSyntax choice => ReadChoice(choice),
        ThisExpressionSyntax when _model.GetTypeInfo(syntax).Type is { } type && _values.TryGetValue(type, out Value? self) => self,
        _ => throw Refuse(Faults.UnknownForm, syntax.GetLocation(), $"'{FirstLine(syntax)}'"),
    };

    private Value ReadName(IdentifierNameSyntax name)
    {
        ISymbol? symbol = _model.GetSymbolInfo(name).Symbol;
        if (symbol is not null && _values.TryGetValue(symbol, out Value? value))
            return value;
        if (symbol is IFieldSymbol or IPropertySymbol && _values.TryGetValue(symbol.ContainingType, out Value? self))
            return ReadField((StructValue)self, symbol, name);
        throw Refuse(Faults.UnknownForm, name.GetLocation(), $"'{name}', which is no local value, parameter or constant,");
    }

    private Value ReadMember(MemberAccessExpressionSyntax member)
    {
        ISymbol? symbol = _model.GetSymbolInfo(member).Symbol;
        return ReadValue(member.Expression) switch
        {
            FeaturesValue when symbol?.Name == "Length" => new ScalarValue(new Constant("dimension", ValueKind.Integer)),
            BlockValue block when symbol?.Name == "Length" => new ScalarValue(new Constant(block.Block.Length, ValueKind.Integer)),
            ArrayValue array when symbol?.Name == "Length" => new ScalarValue(Integer(array.Elements.Count)),
            StructValue structure when symbol is not null => ReadField(structure, symbol, member),
            _ => throw Refuse(Faults.UnknownForm, member.GetLocation(), $"'{FirstLine(member)}'"),
        };
    }

    private Value ReadElement(ElementAccessExpressionSyntax element)
    {
        Value owner = ReadValue(element.Expression);
        Expression index = ReadIndex(element);
        switch (owner)
        {
            case FeaturesValue:
                return new ScalarValue(ReadFeature(element, index));
            case BlockValue { Block: var block }:
                return new ScalarValue(Load(new Parameter(block, index), block.Name + Suffix(index), $"{block.Name}[{Key(index)}]"));
            case ArrayValue array when WholeNumber(index) is { } at && at >= 0 && at < array.Elements.Count:
                return array.Elements[at];
            default:
                throw Refuse(Faults.Index, element.GetLocation(), FirstLine(element), "of a local array is no constant within its length");
        }
    }

    private Expression ReadIndex(ElementAccessExpressionSyntax element) => element.ArgumentList.Arguments is [{ Expression: var index }]
        ? Known(ReadScalar(index), element)
        : throw Refuse(Faults.UnknownForm, element.GetLocation(), $"'{FirstLine(element)}'");

    private static Expression Known(Expression index, ElementAccessExpressionSyntax element) => !Varies(index) && index.All().All(part => part.Kind != ValueKind.Number)
        ? index
        : throw Refuse(Faults.Index, element.GetLocation(), FirstLine(element), "differs from sample to sample");

    /// <summary>z[index], which must not have changed yet.</summary>
    private Expression ReadFeature(ElementAccessExpressionSyntax element, Expression index)
    {
        if (_change is { } changed && !Ranges.AreApart(index, changed.Index, _scope))
            throw Refuse(Faults.ReadAfterChange, element.GetLocation(), FirstLine(element));
        return Load(new Feature(index), "z" + Suffix(index), $"z[{Key(index)}]");
    }

    private Value ReadCast(CastExpressionSyntax cast)
    {
        ITypeSymbol? type = _model.GetTypeInfo(cast.Type).Type;
        Expression value = ReadScalar(cast.Expression);
        return type?.SpecialType switch
        {
            SpecialType.System_Single when value.Kind == ValueKind.Number => new ScalarValue(value),
            SpecialType.System_Single => new ScalarValue(new Code.Conversion(value, ValueKind.Number)),
            SpecialType.System_Int32 when value.Kind == ValueKind.Integer => new ScalarValue(value),
            _ => throw Refuse(Faults.ValueType, cast.GetLocation(), $"'{FirstLine(cast)}'", type?.ToDisplayString() ?? "unknown"),
        };
    }

    private Value ReadUnary(PrefixUnaryExpressionSyntax unary)
    {
        Expression of = Light(ReadScalar(unary.Operand));
        return new ScalarValue(unary.Kind() switch
        {
            SyntaxKind.UnaryMinusExpression when of.Kind == ValueKind.Number => Numbers.Negate(of),
            SyntaxKind.UnaryMinusExpression => new Unary("-", of),
            SyntaxKind.UnaryPlusExpression => of,
            SyntaxKind.LogicalNotExpression => new Unary("!", of),
            _ => throw Refuse(Faults.UnknownForm, unary.GetLocation(), $"'{FirstLine(unary)}'"),
        });
    }

    private Expression ReadBinary(BinaryExpressionSyntax binary)
    {
        string sign = binary.OperatorToken.Text;
        Expression left = ReadScalar(binary.Left);
        Expression right = ReadScalar(binary.Right);
        if (sign is "+" or "-" or "*" or "/")
            return Operation(sign, left, right);
        if (sign == "%" && left.Kind == ValueKind.Integer)
            return IntegerOperation(sign, left, right);
        if (sign is "<" or ">" or "<=" or ">=" or "==" or "!=" or "&&" or "||")
            return new Binary(sign, Light(left), Light(right), ValueKind.Flag);
        throw Refuse(Faults.UnknownForm, binary.GetLocation(), $"'{FirstLine(binary)}'");
    }

    private Expression Operation(string sign, Expression left, Expression right)
    {
        if (left.Kind == ValueKind.Integer)
            return IntegerOperation(sign, left, right);
        left = Light(left);
        right = sign == "/" ? Named(Light(right), "divisor") : Light(right);
        return sign switch
        {
            "+" => Numbers.Add(left, right),
            "-" => Numbers.Subtract(left, right),
            "*" => Numbers.Multiply(left, right),
            _ => Numbers.Divide(left, right),
        };
    }

    private static Expression IntegerOperation(string sign, Expression left, Expression right)
    {
        if (WholeNumber(left) is not { } a || WholeNumber(right) is not { } b || (b == 0 && sign is "/" or "%"))
            return new Binary(sign, left, right, ValueKind.Integer);
        return Integer(sign switch { "+" => a + b, "-" => a - b, "*" => a * b, "/" => a / b, _ => a % b });
    }

    /// <summary>condition ? then : otherwise. Where a side does more than name a value, it is a branch: the other side's numbers stay out.</summary>
    private Value ReadChoice(ConditionalExpressionSyntax choice)
    {
        Expression condition = ReadScalar(choice.Condition);
        Dictionary<ISymbol, Value> before = _values;
        Side then = ReadSide(condition, before, choice.WhenTrue);
        Side otherwise = ReadSide(condition, before, choice.WhenFalse);
        bool isPlain = then.Scope.Statements.Count == 0 && otherwise.Scope.Statements.Count == 0;
        if (isPlain && then.Result is ScalarValue a && otherwise.Result is ScalarValue b && Numbers.IsAtom(a.Expression) && Numbers.IsAtom(b.Expression))
            return new ScalarValue(new Choice(condition, a.Expression, b.Expression));
        return JoinSides(condition, then, otherwise, before)!;
    }

    private Side ReadSide(Expression condition, Dictionary<ISymbol, Value> before, ExpressionSyntax expression)
    {
        var side = new Side(new Scope(_scope, true, false) { IsVarying = _scope.IsVarying || Varies(condition) }, new Dictionary<ISymbol, Value>(before, SymbolEqualityComparer.Default));
        Within(side, () => side.Result = ReadValue(expression) is ScalarValue scalar ? new ScalarValue(Light(scalar.Expression)) : ReadValue(expression));
        return side;
    }

    /// <summary>A quotient or function by name, anything else as it is.</summary>
    private Expression Light(Expression value) => value switch
    {
        Call call when call.Kind == ValueKind.Number => Define(value, call.Function.Substring(call.Function.LastIndexOf('.') + 1)),
        Binary { Sign: "/", Kind: ValueKind.Number } => Define(value, "quotient"),
        Choice { Kind: ValueKind.Number } => Define(value, "choice"),
        _ => value,
    };

    /// <summary>A value by name, unless it is one already.</summary>
    private Expression Named(Expression value, string name) => Numbers.IsAtom(value) ? value : Define(value, name);

    private Expression ConstantOf(object constant, ExpressionSyntax at) => (constant, _model.GetTypeInfo(at).ConvertedType?.SpecialType) switch
    {
        (int whole, SpecialType.System_Single) => new Constant(Text(whole), ValueKind.Number),
        (int whole, _) => Integer(whole),
        (float number, _) => new Constant(Text(number), ValueKind.Number),
        (bool flag, _) => new Constant(flag ? "true" : "false", ValueKind.Flag),
        _ => throw Refuse(Faults.ValueType, at.GetLocation(), $"'{FirstLine(at)}'", constant.GetType().Name),
    };

    private static string Text(float number) =>
        float.IsNaN(number) ? "float.NaN"
        : float.IsInfinity(number) ? (number > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity")
        : number.ToString("R", CultureInfo.InvariantCulture) + "f";

    private static int? WholeNumber(Expression value) =>
        value is Constant { Kind: ValueKind.Integer } constant && int.TryParse(constant.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static string Key(Expression index) => string.Join(",", index.All().Select(part => part switch
    {
        Read read => read.Variable.Name,
        Constant constant => constant.Text,
        Binary binary => binary.Sign,
        Unary unary => unary.Sign,
        _ => part.GetType().Name,
    }));

    private static string Suffix(Expression index) => index switch
    {
        Read { Variable.Name: var name } => char.ToUpperInvariant(name[0]) + name.Substring(1),
        Constant { Text: var text } when char.IsDigit(text[0]) => text,
        _ => "",
    };
}
