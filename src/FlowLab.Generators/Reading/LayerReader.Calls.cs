using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;
using FlowLab.Generators.Derivatives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowLab.Generators.Reading;

/// <summary>Calls, structs and small arrays.</summary>
internal sealed partial class LayerReader
{
    private Value ReadCall(InvocationExpressionSyntax call)
    {
        if (_model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            throw Refuse(Faults.UnknownCall, call.GetLocation(), $"'{FirstLine(call)}'");
        Value[] arguments = ReadArguments(method, call.ArgumentList, call);
        if (Functions.Find(method.ContainingType.ToDisplayString(), method.Name) is { } function && method.ReturnType.SpecialType == SpecialType.System_Single)
            return new ScalarValue(new Call(function.Name, [.. arguments.Select(argument => Named(Light(ScalarOf(argument, call)), "argument"))]));
        if (LayerMethod.IsDifferentiable(method) && method.IsStatic)
            return ReadInline(method, arguments, null, call);
        if (LayerMethod.IsDifferentiable(method.ContainingType) && !method.IsStatic)
            return ReadInline(method, arguments, ReadOwner(call), call);
        if (!_isDifferentiated && method.IsStatic && method.MethodKind == MethodKind.Ordinary)
            return new ScalarValue(new Call(FullName(method), [.. arguments.Select(argument => ScalarOf(argument, call))], KindOf(method.ReturnType, call)));
        throw Refuse(Faults.UnknownCall, call.GetLocation(), $"{method.ContainingType.Name}.{method.Name}");
    }

    private Value ReadOwner(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax member
        ? ReadValue(member.Expression)
        : _values[_model.GetSymbolInfo(call).Symbol!.ContainingType];

    private Value[] ReadArguments(IMethodSymbol method, ArgumentListSyntax? list, SyntaxNode at)
    {
        var values = new Value?[method.Parameters.Length];
        int position = 0;
        foreach (ArgumentSyntax argument in list?.Arguments ?? [])
        {
            if (!argument.RefOrOutKeyword.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.None))
                throw Refuse(Faults.UnknownForm, argument.GetLocation(), $"The argument '{argument}'");
            int index = argument.NameColon is { Name.Identifier.Text: var name } ? method.Parameters.Single(parameter => parameter.Name == name).Ordinal : position++;
            values[index] = ReadValue(argument.Expression);
        }
        return [.. values.Select((value, i) => value ?? Default(method.Parameters[i], at))];
    }

    private static Value Default(IParameterSymbol parameter, SyntaxNode at) => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value }
        ? new ScalarValue(value switch
        {
            float number => new Constant(Text(number), ValueKind.Number),
            int whole => Integer(whole),
            bool flag => new Constant(flag ? "true" : "false", ValueKind.Flag),
            _ => throw Refuse(Faults.ValueType, at.GetLocation(), parameter.Name, parameter.Type.ToDisplayString()),
        })
        : throw Refuse(Faults.UnknownForm, at.GetLocation(), $"'{FirstLine(at)}'");

    /// <summary>The body of a method in place of its call.</summary>
    private Value ReadInline(IMethodSymbol method, Value[] arguments, Value? self, SyntaxNode at)
    {
        SyntaxNode syntax = Enter(method, at);
        for (int i = 0; i < arguments.Length; i++)
            _values[method.Parameters[i]] = Keep(arguments[i], method.Parameters[i].Name);
        if (self is not null)
            _values[method.ContainingType] = self;
        SemanticModel outer = _model;
        _model = _compilation.GetSemanticModel(syntax.SyntaxTree);
        Value result = syntax switch
        {
            MethodDeclarationSyntax body => ReadBody(method, body.Body, body.ExpressionBody),
            _ => throw Refuse(Faults.UnknownCall, at.GetLocation(), method.Name),
        };
        _model = outer;
        _calls.Pop();
        return result;
    }

    private SyntaxNode Enter(IMethodSymbol method, SyntaxNode at)
    {
        if (_calls.Contains(method, SymbolEqualityComparer.Default))
            throw Refuse(Faults.Recursion, at.GetLocation(), method.Name);
        if (method.DeclaringSyntaxReferences is not [var reference])
            throw Refuse(Faults.UnknownCall, at.GetLocation(), $"{method.ContainingType.Name}.{method.Name}");
        _calls.Push(method);
        return reference.GetSyntax();
    }

    private Value ReadCreation(BaseObjectCreationExpressionSyntax creation)
    {
        if (_model.GetSymbolInfo(creation).Symbol is not IMethodSymbol { ContainingType: { TypeKind: TypeKind.Struct } type } constructor || !LayerMethod.IsDifferentiable(type))
            throw Refuse(Faults.UnknownCall, creation.GetLocation(), $"'{FirstLine(creation)}'");
        if (creation.Initializer is not null)
            throw Refuse(Faults.UnknownForm, creation.GetLocation(), $"'{FirstLine(creation)}' with an initializer");
        Value[] arguments = ReadArguments(constructor, creation.ArgumentList, creation);
        if (constructor.IsImplicitlyDeclared)
            return Zeros(type, creation);
        SyntaxNode syntax = Enter(constructor, creation);
        for (int i = 0; i < arguments.Length; i++)
            _values[constructor.Parameters[i]] = Keep(arguments[i], constructor.Parameters[i].Name);
        SemanticModel outer = _model;
        _model = _compilation.GetSemanticModel(syntax.SyntaxTree);
        _values[type] = Zeros(type, creation);
        ReadInitializers(type);
        if (syntax is ConstructorDeclarationSyntax { Body: { } body } && ReadStatements(body.Statements, 0) is not null)
            throw Refuse(Faults.UnknownForm, creation.GetLocation(), "A constructor that returns early");
        if (syntax is ConstructorDeclarationSyntax { ExpressionBody.Expression: AssignmentExpressionSyntax assignment })
            ReadAssignment(assignment);
        _model = outer;
        _calls.Pop();
        return _values[type];
    }

    private static StructValue Zeros(INamedTypeSymbol type, SyntaxNode at) => new(type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic)
        .ToDictionary(field => NameOf(field), field => field.Type.TypeKind == TypeKind.Struct && LayerMethod.IsDifferentiable(field.Type)
            ? Zeros((INamedTypeSymbol)field.Type, at)
            : Unset(field.Type, at)));

    /// <summary>Fields and properties that start with a value, as those of primary constructors do.</summary>
    private void ReadInitializers(INamedTypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers().Where(member => !member.IsStatic && !member.IsImplicitlyDeclared))
        {
            ExpressionSyntax? value = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
            {
                VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
                PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
                _ => null,
            };
            if (value is not null)
                AssignField(member, Keep(ReadValue(value), member.Name));
        }
    }

    /// <summary>A field, or the body of a property in its place.</summary>
    private Value ReadField(StructValue owner, ISymbol symbol, SyntaxNode at)
    {
        if (owner.Fields.TryGetValue(symbol.Name, out Value? value))
            return value;
        if (symbol is not IPropertySymbol { GetMethod: { } getter } property || property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not PropertyDeclarationSyntax { ExpressionBody: { } body } syntax)
            throw Refuse(Faults.UnknownForm, at.GetLocation(), $"'{FirstLine(at)}'");
        Enter(getter, at);
        _values.TryGetValue(symbol.ContainingType, out Value? outerSelf);
        _values[symbol.ContainingType] = owner;
        SemanticModel outer = _model;
        _model = _compilation.GetSemanticModel(syntax.SyntaxTree);
        Value result = ReadValue(body.Expression);
        _model = outer;
        if (outerSelf is not null)
            _values[symbol.ContainingType] = outerSelf;
        _calls.Pop();
        return result;
    }

    /// <summary>A small local array; null if it is something else.</summary>
    private ArrayValue? ReadArray(ExpressionSyntax creation)
    {
        TypeSyntax? type = creation switch
        {
            StackAllocArrayCreationExpressionSyntax stack => stack.Type,
            ArrayCreationExpressionSyntax array => array.Type,
            _ => null,
        };
        if (type is null)
            return null;
        if (type is ArrayTypeSyntax { RankSpecifiers: [{ Sizes: [var size] }], ElementType: var element } && _model.GetTypeInfo(element).Type?.SpecialType == SpecialType.System_Single
            && _model.GetConstantValue(size) is { HasValue: true, Value: int length and > 0 and <= MostRounds })
            return new ArrayValue([.. Enumerable.Repeat<Value>(new ScalarValue(Numbers.Zero), length)]);
        throw Refuse(Faults.ValueType, creation.GetLocation(), $"'{FirstLine(creation)}'", $"no array of 1 to {MostRounds} floats");
    }

    private static string NameOf(IFieldSymbol field) => field.AssociatedSymbol?.Name ?? field.Name;

    private static string FullName(IMethodSymbol method) => $"{method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{method.Name}";

    private static ValueKind KindOf(ITypeSymbol type, SyntaxNode at) => type.SpecialType switch
    {
        SpecialType.System_Single => ValueKind.Number,
        SpecialType.System_Int32 => ValueKind.Integer,
        SpecialType.System_Boolean => ValueKind.Flag,
        _ => throw Refuse(Faults.ValueType, at.GetLocation(), FirstLine(at), type.ToDisplayString()),
    };
}
