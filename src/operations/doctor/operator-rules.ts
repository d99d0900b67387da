import { OperatorRulesError, readOperatorRules } from '../operator-rules.ts';
import { type Finding, fail, ok } from './finding.ts';

/** Whether every line of the operator's file of prompt rules is one. */
export async function checkOperatorRules(path: string): Promise<Finding> {
  try {
    const { length } = await readOperatorRules(path);
    return ok(`OPERATOR_RULES: ${length} ${length === 1 ? 'rule' : 'rules'} for every server`);
  } catch (error) {
    if (error instanceof OperatorRulesError) return fail(error.message);
    throw error;
  }
}
