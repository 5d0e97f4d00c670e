using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Code;
using Microsoft.CodeAnalysis;

namespace FlowLab.Generators.Reading;

/// <summary>The signature of a layer: z first, then vectors and numbers of parameters.</summary>
internal static class LayerMethod
{
    public const string FeatureVector = "FlowLab.Layers.FeatureVector";
    public const string ParameterVector = "FlowLab.Layers.ParameterVector";
    public const string Differentiable = "FlowLab.Layers.DifferentiableAttribute";
    public const string InverseOf = "FlowLab.Layers.InverseOfAttribute";
    public const string Length = "FlowLab.Layers.LengthAttribute";

    /// <summary>Whether it is meant as a layer: everything else that is marked is a function that layers may call.</summary>
    public static bool IsLayer(IMethodSymbol method) => method.Parameters.Any(parameter => parameter.Type.ToDisplayString() is FeatureVector);

    public static bool IsDifferentiable(ISymbol symbol) => Attribute(symbol, Differentiable) is not null;

    public static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    /// <summary>The blocks of parameters, in the order of the method.</summary>
    public static IReadOnlyList<Block> Blocks(IMethodSymbol method)
    {
        Check(method);
        List<Block> blocks = [];
        string offset = "";
        foreach (IParameterSymbol parameter in method.Parameters.Skip(1))
        {
            var block = new Block(parameter.Name, parameter.Type.SpecialType == SpecialType.System_Single, LengthOf(parameter)) { Offset = offset.Length == 0 ? "0" : offset };
            blocks.Add(block);
            offset = offset.Length == 0 ? block.Length : $"{offset} + {block.Length}";
        }
        return blocks;
    }

    private static string LengthOf(IParameterSymbol parameter)
    {
        if (parameter.Type.SpecialType == SpecialType.System_Single)
            return "1";
        string text = Attribute(parameter, Length)?.ConstructorArguments.FirstOrDefault().Value as string ?? "dimension";
        return text.All(c => char.IsLetterOrDigit(c)) ? text : $"({text})";
    }

    private static void Check(IMethodSymbol method)
    {
        string? fault =
            !method.IsStatic ? "it is not static"
            : method.IsGenericMethod ? "it has type parameters"
            : method.ReturnType.SpecialType != SpecialType.System_Single ? $"it returns {method.ReturnType.ToDisplayString()}"
            : method.Parameters[0].Type.ToDisplayString() != FeatureVector ? $"its first parameter is {method.Parameters[0].Type.ToDisplayString()}"
            : method.Parameters.Skip(1).FirstOrDefault(parameter => !IsParameters(parameter)) is { } other ? $"{other.Name} is {other.ToDisplayString()}"
            : null;
        if (fault is not null)
            throw new RefusedException(Faults.Signature, method.Locations.FirstOrDefault(), method.Name, fault);
    }

    private static bool IsParameters(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.None && (parameter.Type.SpecialType == SpecialType.System_Single || parameter.Type.ToDisplayString() == ParameterVector);
}
