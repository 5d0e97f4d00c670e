using System.Collections.Immutable;
using FlowLab.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowLab.Generators.Tests;

/// <summary>What the generator makes of a source, and what the compiler says of both together.</summary>
/// <param name="Source">The generated text; empty if there is none.</param>
/// <param name="Refusals">The generator's diagnostics.</param>
/// <param name="Errors">The compiler's errors, generated code included.</param>
internal sealed record GeneratorRun(string Source, ImmutableArray<Diagnostic> Refusals, ImmutableArray<Diagnostic> Errors)
{
    private const string Usings =
        "using System; using FlowLab.Kernels; using FlowLab.Layers; using ILGPU.Algorithms;\n";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Runs the generator on a source; its usings are one line before it.</summary>
    public static GeneratorRun Of(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "Layers", [CSharpSyntaxTree.ParseText(Usings + source, options, "Layer.cs")], References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new LayerGenerator().AsSourceGenerator()], parseOptions: options);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out ImmutableArray<Diagnostic> refusals);
        string text = string.Concat(driver.GetRunResult().GeneratedTrees.Select(tree => tree.ToString()));
        return new GeneratorRun(text, refusals, [.. whole.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)]);
    }

    /// <summary>Runs it on the body of a layer of w, a vector, and b, a number, in a class with other members.</summary>
    public static GeneratorRun OfBody(string body, string members = "") => Of(
        "public static partial class Layer\n{\n    [Differentiable]\n    public static float Forward(FeatureVector z, ParameterVector w, float b)\n    {\n"
        + body + "\n    }\n" + members + "\n}\n");
}
