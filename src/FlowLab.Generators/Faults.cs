using Microsoft.CodeAnalysis;

namespace FlowLab.Generators;

/// <summary>What the generator refuses; every number has a section in docs/errors.md.</summary>
internal static class Faults
{
    public static readonly DiagnosticDescriptor Signature = Of(
        "FLG001", "A layer has another form", "{0}: {1}; expected a static method of a static partial class, float Name(FeatureVector z, ...), whose other parameters are ParameterVector or float");

    public static readonly DiagnosticDescriptor UnknownCall = Of(
        "FLG002", "A call has no known derivative", "{0} has no known derivative; call functions of XMath, MathF or KernelMath, or mark it [Differentiable] where its source is in this project");

    public static readonly DiagnosticDescriptor UnknownForm = Of(
        "FLG003", "A statement or expression has no known derivative", "{0} cannot be differentiated; use assignments, if, ?:, for, local values and calls, or write this pass by hand");

    public static readonly DiagnosticDescriptor Carried = Of(
        "FLG004", "A loop that changes z carries a value", "{0} passes from one round to the next of the loop with '{1}'; compute it in a loop of its own before that one, or write this pass by hand");

    public static readonly DiagnosticDescriptor Loop = Of(
        "FLG005", "A loop has another form", "{0}; write for (int i = first; i < end; i++) with bounds made of constants and lengths");

    public static readonly DiagnosticDescriptor ReadAfterChange = Of(
        "FLG006", "z is read where it has changed", "{0} may have changed already; read what the layer needs into local values before it changes z");

    public static readonly DiagnosticDescriptor ChangePlace = Of(
        "FLG007", "z is changed in a place that cannot be undone", "{0}; change each z[i] once, in one loop over features, outside of branches and of inner loops");

    public static readonly DiagnosticDescriptor Forgets = Of(
        "FLG008", "The new z does not depend on the old", "The new {0} does not depend on the old one, so the layer has no inverse; compute it from {0}");

    public static readonly DiagnosticDescriptor Recursion = Of(
        "FLG009", "A method calls itself", "{0} calls itself; use a loop");

    public static readonly DiagnosticDescriptor Index = Of(
        "FLG010", "An index is not known at launch", "The index {0} {1}; use loop variables, constants and lengths");

    public static readonly DiagnosticDescriptor InverseAdjoint = Of(
        "FLG011", "The adjoint of the inverse is not known", "{0}; write the new z[i] with z[i], the parameters, values per sample that a loop or statement before has made, and features that stay, or write InverseBackward by hand and remove [InverseOf]");

    public static readonly DiagnosticDescriptor InverseSignature = Of(
        "FLG012", "An inverse does not fit its layer", "{0}: {1}; expected the parameters of {2}, in its order, and the log-det of {2} as its result");

    public static readonly DiagnosticDescriptor ValueType = Of(
        "FLG013", "A value has a type without derivative", "{0} is of type {1}; use float for values, int for counts and bool for conditions, or a struct of them marked [Differentiable]");

    public static readonly DiagnosticDescriptor SecondLayer = Of(
        "FLG014", "A class has two layers", "{0} has a second layer, {1}; put each layer into a class of its own");

    private static DiagnosticDescriptor Of(string number, string title, string message) =>
        new(number, title, message, "FlowLab.Differentiable", DiagnosticSeverity.Error, true, helpLinkUri: $"docs/errors.md#{number}");
}
