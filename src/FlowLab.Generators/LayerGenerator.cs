using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using FlowLab.Generators.Code;
using FlowLab.Generators.Reading;
using FlowLab.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FlowLab.Generators;

/// <summary>
/// Writes the passes of layers whose forward method is marked [Differentiable]. In processing order: Reading turns C# into statements over
/// numbers, Analysis takes them apart, Derivatives differentiates, Writing puts the passes together and prints them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LayerGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<GeneratedLayer> layers = context.SyntaxProvider
            .ForAttributeWithMetadataName(LayerMethod.Differentiable, (node, _) => node is MethodDeclarationSyntax, Generate)
            .Where(layer => layer is not null)
            .Select((layer, _) => layer!);
        context.RegisterSourceOutput(layers, (production, layer) =>
        {
            if (layer.Diagnostic is { } diagnostic)
                production.ReportDiagnostic(diagnostic);
            if (layer.Source is { } source)
                production.AddSource(layer.File, SourceText.From(source, Encoding.UTF8));
        });
    }

    private static GeneratedLayer? Generate(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        if (!LayerMethod.IsLayer(method))
            return null;
        cancellation.ThrowIfCancellationRequested();
        string file = $"{method.ContainingType.ToDisplayString()}.g.cs";
        try
        {
            return new GeneratedLayer(file, Source(context.SemanticModel.Compilation, method), null);
        }
        catch (RefusedException refusal)
        {
            return new GeneratedLayer(file, null, refusal.Diagnostic);
        }
    }

    private static string Source(Compilation compilation, IMethodSymbol method)
    {
        INamedTypeSymbol home = method.ContainingType;
        CheckHome(home, method);
        Layer layer = LayerReader.LayerOf(compilation, method, true);
        Layer? inverse = InverseOf(home, method) is { } given ? LayerReader.LayerOf(compilation, given, false) : null;
        return LayerText.Write(
            home.ContainingNamespace.IsGlobalNamespace ? "" : home.ContainingNamespace.ToDisplayString(),
            home.DeclaredAccessibility == Accessibility.Public ? "public" : "internal", home.Name, layer, inverse);
    }

    private static void CheckHome(INamedTypeSymbol home, IMethodSymbol method)
    {
        bool isPartial = home.DeclaringSyntaxReferences.All(reference => ((TypeDeclarationSyntax)reference.GetSyntax()).Modifiers.Any(modifier => modifier.Text == "partial"));
        string? fault =
            !home.IsStatic || !isPartial ? $"{home.Name} is no static partial class"
            : home.ContainingType is not null ? $"{home.Name} stands inside of {home.ContainingType.Name}"
            : home.IsGenericType ? $"{home.Name} has type parameters"
            : null;
        if (fault is not null)
            throw new RefusedException(Faults.Signature, method.Locations.FirstOrDefault(), method.Name, fault);
        IMethodSymbol? other = home.GetMembers().OfType<IMethodSymbol>()
            .FirstOrDefault(member => LayerMethod.IsDifferentiable(member) && LayerMethod.IsLayer(member));
        if (!SymbolEqualityComparer.Default.Equals(other, method))
            throw new RefusedException(Faults.SecondLayer, method.Locations.FirstOrDefault(), home.Name, method.Name);
    }

    private static IMethodSymbol? InverseOf(INamedTypeSymbol home, IMethodSymbol method)
    {
        IMethodSymbol? inverse = home.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(member =>
            LayerMethod.Attribute(member, LayerMethod.InverseOf)?.ConstructorArguments.FirstOrDefault().Value as string == method.Name);
        if (inverse is null)
            return null;
        IReadOnlyList<string> wanted = Signature(method);
        IReadOnlyList<string> found = Signature(inverse);
        return found.SequenceEqual(wanted)
            ? inverse
            : throw new RefusedException(Faults.InverseSignature, inverse.Locations.FirstOrDefault(), inverse.Name, $"it takes ({string.Join(", ", found)})", method.Name);
    }

    private static IReadOnlyList<string> Signature(IMethodSymbol method) =>
        [.. method.Parameters.Select(parameter => $"{parameter.Type.Name} {parameter.Name}"), $"returns {method.ReturnType.Name}"];
}
