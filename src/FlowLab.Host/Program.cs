using FlowLab.Host.Commands;

return FlowLabCommand.Run(args, Console.Out, Console.Error);
